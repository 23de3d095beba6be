import type { FlowReport, SyncReport } from '../../connector/sync/report.ts';
import type { Problem } from '../../domain/problem.ts';
import { entityWord } from '../../shop/entity-words.ts';
import { describe, type Language } from '../../shop/wording.ts';
import { printable } from '../terminal.ts';
import type { SyncWording } from '../wording/sync.ts';

interface Spoken {
  readonly language: Language;
  readonly wording: SyncWording;
}

/** A run in a few lines: what each flow did, what failed and why, how it ended. */
export function summaryLines(report: SyncReport, spoken: Spoken): readonly string[] {
  const { wording, language } = spoken;
  const end = report.dryRun && report.outcome !== 'stopped' ? 'planned' : report.outcome;
  const why = report.stop ? `: ${describe(report.stop, language)}` : '.';
  return [
    ...(report.flows.length === 0 && !report.stop ? [wording.noFlow] : []),
    ...report.flows.flatMap((flow) => flowLines(flow, spoken)),
    printable(`${wording.ends[end]}${why}`),
  ];
}

const SHOWN = 10;

function flowLines(flow: FlowReport, { wording, language }: Spoken): readonly string[] {
  const { failures, failed } = flow;
  const shown = failures.slice(0, SHOWN).map((problem) => `  ✗ ${withRecord(problem, language)}`);
  const warnings = groupedWarnings(flow).map(
    ({ problem, count }) => `  ! ${wording.warning(describe(problem, language), count)}`,
  );
  return [
    wording.flow(wording.flows[flow.flow], { ...flow, seconds: secondsOf(flow) }),
    ...shown,
    ...(failed > shown.length ? [`  ${wording.more(failed - shown.length)}`] : []),
    ...warnings,
  ].map(printable);
}

/** Some sentences are another's, the shop's own above all: without the record nobody knows what they are about. */
function withRecord(problem: Problem, language: Language): string {
  const sentence = describe(problem, language);
  const { entity, record, ...rest } = problem;
  if (record === undefined || problem.file !== undefined) return sentence;
  if (describe(rest, language) !== sentence) return sentence;
  const colon = language === 'fr' ? ' : ' : ': ';
  return `${entity ? `${entityWord(entity, language)} ` : ''}${record}${colon}${sentence}`;
}

const secondsOf = ({ durationMs }: FlowReport): number => Math.round(durationMs / 100) / 10;

/** The first warning of each kind, with how many there were. */
function groupedWarnings({
  warnings,
}: FlowReport): readonly { readonly problem: Problem; readonly count: number }[] {
  const kinds = [...Map.groupBy(warnings, ({ reason }) => reason).values()];
  return kinds.flatMap(([problem, ...rest]) => (problem ? [{ problem, count: rest.length + 1 }] : []));
}
