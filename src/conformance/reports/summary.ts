import { type CheckReport, type Finding, hasPassed, type Verdict } from '../report.ts';

export type Counts = Readonly<Record<Verdict, number>>;

export function countVerdicts(findings: readonly Finding[]): Counts {
  const counts = { passed: 0, failed: 0, warning: 0, untested: 0, not_asked: 0 };
  for (const { verdict } of findings) counts[verdict]++;
  return counts;
}

/** Findings that a reader must look at, the worst first. */
export const remarkable = (findings: readonly Finding[]): readonly Finding[] =>
  (['failed', 'untested', 'warning'] as const).flatMap((wanted) =>
    findings.filter(({ verdict }) => verdict === wanted),
  );

/** Findings by the first part of their requirement's id, in the order in which they come. */
export const byArea = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> =>
  Map.groupBy(findings, ({ requirement }) => areaOf(requirement.id));

/** `products-list` of `products-list.shape`; a connector's requirements all begin alike, so their second part tells. */
function areaOf(id: string): string {
  const [first = '', second = ''] = id.split('.');
  return first === 'connector' && id.split('.').length > 2 ? second : first;
}

/** The baseline's entries that fail the run: those that did not come true, and those that name nothing. */
export function staleKinds({
  stale,
  findings,
}: CheckReport): Readonly<Record<'stale' | 'unknown', readonly string[]>> {
  const ids = new Set(findings.map(({ requirement }) => requirement.id));
  return { stale: stale.filter((id) => ids.has(id)), unknown: stale.filter((id) => !ids.has(id)) };
}

export const verdictOfRun = (report: CheckReport): 'passed' | 'failed' =>
  hasPassed(report) ? 'passed' : 'failed';
