import { describe, expect, it } from 'vitest';
import { checkConnector } from '../../src/conformance/connector/check-connector.ts';
import type { ConnectorCheckOptions } from '../../src/conformance/connector/options.ts';
import { CONNECTOR_REQUIREMENTS, type RequirementId } from '../../src/conformance/connector/requirements.ts';
import { type CheckReport, hasPassed } from '../../src/conformance/report.ts';
import { FAULTS } from './connector-faults.ts';
import {
  type Behaviour,
  type ErpState,
  GOOD,
  KNOWN_OPTION,
  KNOWN_PRODUCT,
  runModelConnector,
} from './model-connector.ts';

/** Runs a connector against the scripted shop, so many times, then ends the check. */
async function check(
  runs: number,
  behaviour: Partial<Behaviour> = {},
  options: ConnectorCheckOptions = {},
): Promise<CheckReport> {
  const end = new AbortController();
  const listening = Promise.withResolvers<{ url: string; key: string }>();
  const report = checkConnector({
    pauseMs: 0,
    products: [KNOWN_PRODUCT],
    options: [KNOWN_OPTION],
    signal: end.signal,
    onListening: listening.resolve,
    ...options,
  });
  const target = await Promise.race([listening.promise, report.then(() => undefined)]);
  if (!target) throw new Error('never listened');
  const erp: ErpState = { imported: new Set(), confirmed: new Set() };
  for (let run = 0; run < runs; run += 1) await runModelConnector(target, { ...GOOD, ...behaviour }, erp);
  end.abort();
  return report;
}

const red = ({ findings }: CheckReport): readonly string[] =>
  findings
    .filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not_asked')
    .map(({ requirement }) => requirement.id);

const findingOf = ({ findings }: CheckReport, id: RequirementId) =>
  findings.find(({ requirement }) => requirement.id === id);

describe('a well-behaved connector', () => {
  it.each(['v3', 'kit-2015', 'samples'] as const)(
    'passes in profile %s with nothing untested',
    async (profile) => {
      const report = await check(4, {}, { profile });
      expect(red(report)).toEqual([]);
      expect(hasPassed(report)).toBe(true);
      expect(report).toMatchObject({ kind: 'connector', profile, write: false, created: [] });
    },
  );

  it('is shown four acts, one a run', async () => {
    const runs: string[] = [];
    await check(5, {}, { onRun: ({ run, act }) => runs.push(`${run} ${act}`) });
    expect(runs).toEqual(['1 friendly', '2 lost', '3 refusing', '4 unavailable', '5 afterwards']);
  });

  it('leaves untested, with the reason, what it was not run for', async () => {
    const report = await check(1);
    expect(red(report)).toEqual([
      'connector.orders.confirm-again',
      'connector.orders.not-anew',
      'connector.errors.goes-on',
      'connector.errors.stops',
    ]);
    expect(findingOf(report, 'connector.errors.stops')).toMatchObject({
      verdict: 'untested',
      reason: expect.stringContaining('run it again'),
    });
    expect(hasPassed(report)).toBe(false);
  });
});

describe.concurrent('each requirement goes red on its broken connector, and only what follows from it', () => {
  it.each(CONNECTOR_REQUIREMENTS.map((requirement) => [requirement.id, requirement] as const))(
    '%s',
    async (id, requirement) => {
      const { behaviour, also = [] } = FAULTS[id];
      const report = await check(4, behaviour);
      const finding = findingOf(report, id);
      expect(finding?.verdict).toBe(requirement.severity === 'must' ? 'failed' : 'warning');
      expect(finding?.evidence[0]).toMatchObject({ ok: false, sent: expect.stringMatching(/./) });
      expect(red(report).filter((other) => other !== id)).toEqual(also);
    },
  );
});

describe('the check', () => {
  it('ends by itself some time after the last act', async () => {
    const report = await check(4, {}, { idleSeconds: 0.01, signal: new AbortController().signal });
    expect(hasPassed(report)).toBe(true);
  });

  it('ends at the latest when its time is over', async () => {
    const report = await checkConnector({ totalSeconds: 0.01 });
    expect(report.requests).toBe(0);
    expect(report.findings.every(({ verdict }) => verdict === 'untested')).toBe(true);
  });

  it('never shows the key', async () => {
    const report = await check(4, FAULTS['connector.request.secret-url'].behaviour, { key: 'clef-secrète' });
    expect(JSON.stringify({ ...report, target: '' })).not.toContain('clef-secr');
  });

  it('judges only the flows that are asked for', async () => {
    const report = await check(4, {}, { flows: ['products', 'orders'] });
    expect(findingOf(report, 'connector.price-rules.fields')?.verdict).toBe('not_asked');
    expect(findingOf(report, 'connector.products.reference')?.verdict).toBe('passed');
    expect(hasPassed(report)).toBe(true);
  });

  it('takes expected failures, and calls stale what did not fail', async () => {
    const baseline = ['connector.values.booleans', 'connector.products.tax-rate', 'connector.no.such'];
    const report = await check(4, FAULTS['connector.products.tax-rate'].behaviour, { baseline });
    expect(findingOf(report, 'connector.products.tax-rate')).toMatchObject({
      verdict: 'failed',
      expected: true,
    });
    expect(report.stale).toEqual(['connector.values.booleans', 'connector.no.such']);
  });

  it('takes a browser for no connector', async () => {
    const end = new AbortController();
    const report = await checkConnector({
      signal: end.signal,
      onListening: ({ url }) => {
        void fetch(url)
          .then((response) => response.text())
          .then(() => end.abort());
      },
    });
    expect(report.requests).toBe(0);
  });

  it('reports each finding as it is made', async () => {
    const seen: string[] = [];
    await checkConnector({
      totalSeconds: 0.01,
      onFinding: ({ requirement }, done, total) => seen.push(`${done}/${total} ${requirement.id}`),
    });
    expect(seen).toHaveLength(CONNECTOR_REQUIREMENTS.length);
    expect(seen[0]).toBe(`1/${CONNECTOR_REQUIREMENTS.length} connector.request.post`);
  });
});
