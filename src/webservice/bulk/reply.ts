import { fail } from '../../domain/error.ts';
import { problem } from '../../domain/problem.ts';
import type { BulkResult } from '../../shop/shop.ts';
import { RESOURCES } from '../../wire/messages/resources.ts';
import type { Handled } from '../handler.ts';
import type { BulkReport } from './bulk.ts';
import type { BulkCall } from './call.ts';

const FEW = 5;

/** What is answered to a bulk message; throws what refused it as a whole. */
export function bulkReply(
  report: BulkReport,
  { resource, served }: Pick<BulkCall, 'resource' | 'served'>,
): Handled {
  if (!report.ok) throw fail(report.problem.reason, report.problem);
  const { result, records } = report;
  const counts = {
    reference: '',
    records: () => records,
    unchanged: result.unchanged,
    warnings: result.warnings,
  };
  if (result.refusedCount === 0)
    return {
      ...counts,
      reply: RESOURCES[resource].codec.encodeReply(served.wire),
      outcome: bulkOutcome(result),
    };
  const saved = result.created + result.updated + result.unchanged;
  const refusal = problem('records_refused', {
    saved,
    refused: result.refusedCount,
    details: result.refused.slice(0, FEW),
  });
  return { ...counts, reply: '', problem: refusal, outcome: saved === 0 ? 'refused' : 'partly' };
}

function bulkOutcome({ warningCount, created, updated, retired }: BulkResult): Handled['outcome'] {
  if (warningCount > 0) return 'warning';
  return created + updated + retired === 0 ? 'unchanged' : 'success';
}
