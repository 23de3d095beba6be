import { expect, it } from 'vitest';
import type { FlowReport, SyncReport } from '../../connector/sync/report.ts';
import { type Problem, type ProblemFacts, problem } from '../../domain/problem.ts';
import { SYNC_WORDING } from '../wording/sync.ts';
import { summaryLines } from './summary.ts';

function reportOf(...failures: readonly Problem[]): SyncReport {
  const flow: FlowReport = {
    flow: 'products',
    read: failures.length + 1,
    sent: 1,
    unchanged: 0,
    skipped: 0,
    failed: failures.length,
    operations: { add_product: 1 },
    failures,
    warnings: [],
    warningCount: 0,
    durationMs: 100,
  };
  return { outcome: 'with_failures', dryRun: false, startedAt: '', durationMs: 100, flows: [flow] };
}

it('names the record that the shop refused, whose own sentence does not', () => {
  const refused = problem('remote_error', { entity: 'product', record: 'A6', value: 'Prix illisible' });
  const lines = summaryLines(reportOf(refused), { language: 'fr', wording: SYNC_WORDING.fr });
  expect(lines[1]).toBe('  ✗ produit A6 : La boutique répond : Prix illisible');
});

it('names a record once', () => {
  const facts: ProblemFacts = { entity: 'product', record: 'A6', field: 'stock', value: 'x' };
  const lines = summaryLines(reportOf(problem('not_a_number', facts)), {
    language: 'en',
    wording: SYNC_WORDING.en,
  });
  expect(lines[1]?.match(/A6/g)).toHaveLength(1);
});

it('has the blanks of French typography', () => {
  const lines = summaryLines(reportOf(problem('xml_empty')), { language: 'fr', wording: SYNC_WORDING.fr });
  expect(lines[0]).toContain('(1 envoi : add_product 1 ; 1 en échec)');
});

it('says so where no flow was left', () => {
  const lines = summaryLines({ ...reportOf(), flows: [] }, { language: 'en', wording: SYNC_WORDING.en });
  expect(lines[0]).toBe('nothing to exchange: this edition or this source has none of the flows');
});
