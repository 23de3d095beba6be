import { styleText } from 'node:util';
import type { CheckReport, Evidence, Finding, Verdict } from '../report.ts';
import type { Language } from '../requirement.ts';
import { byArea, countVerdicts, remarkable, staleKinds, verdictOfRun } from './summary.ts';
import { type ReportWording, reportWording } from './wording.ts';

export interface TerminalOptions {
  readonly language: Language;
  readonly colour: boolean;
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const MARKS: Readonly<Record<Verdict, readonly [mark: string, style: Parameters<typeof styleText>[0]]>> = {
  passed: ['✓', 'green'],
  failed: ['✗', 'red'],
  warning: ['!', 'yellow'],
  untested: ['?', 'magenta'],
  not_asked: ['–', 'gray'],
};

/** The report as lines for people: an overview by area, then each finding that is not plain success, then the sum. */
export function terminalReport(report: CheckReport, { language, colour }: TerminalOptions): string {
  const words = reportWording(language);
  const { stale, unknown } = staleKinds(report);
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  return [
    ...overview(report, paint),
    '',
    ...remarkable(report.findings).flatMap((finding) => [
      ...detailed(finding, { language, words, paint }),
      '',
    ]),
    ...listed(words.stale, stale, words.more),
    ...listed(words.unknown, unknown, words.more),
    ...listed(words.created, report.created, words.moreCreated),
    ...conclusion(report, words, paint),
    '',
  ].join('\n');
}

function overview({ findings }: CheckReport, paint: Paint): readonly string[] {
  const areas = [...byArea(findings)];
  const width = Math.max(0, ...areas.map(([area]) => area.length));
  return areas.map(([area, list]) => {
    const marks = list.map(({ verdict }) => paint(MARKS[verdict][1], MARKS[verdict][0])).join('');
    return `${area.padEnd(width)}  ${marks}`;
  });
}

interface Detail extends Pick<TerminalOptions, 'language'> {
  readonly words: ReportWording;
  readonly paint: Paint;
}

function detailed(finding: Finding, { language, words, paint }: Detail): readonly string[] {
  const { requirement, verdict, evidence, reason, expected } = finding;
  const [mark, style] = MARKS[verdict];
  const known = expected ? ` (${words.expectedFailure})` : '';
  const bad = evidence.filter(({ ok }) => !ok);
  return [
    `${paint(style, `${mark} ${requirement.id}`)} ${words.verdicts[verdict]}${known} · ${words.source(requirement.section)}`,
    `  ${requirement.sentence[language]}`,
    ...(reason === undefined ? [] : [`  ${reason}`]),
    ...bad.slice(0, SHOWN).flatMap((seen) => evidenceLines(seen, words)),
    ...(bad.length > SHOWN ? [`  ${words.more(bad.length - SHOWN)}`] : []),
  ];
}

const SHOWN = 2;

function evidenceLines(
  { what, sent, received, expected }: Evidence,
  words: ReportWording,
): readonly string[] {
  const label = Math.max(words.sent.length, words.received.length, words.wanted.length);
  const part = (name: string, text: string): readonly string[] =>
    printableLines(text).map((line, index) => `      ${(index === 0 ? name : '').padEnd(label)}  ${line}`);
  return [
    `    ${printableLines(what).join(' ')}`,
    ...part(words.sent, sent),
    ...part(words.received, received),
    ...part(words.wanted, expected),
  ];
}

/** What a stranger's server sent must not steer the terminal. */
const printableLines = (text: string): readonly string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\p{Cc}/gu, '·'));

const LISTED = 8;

function listed(title: string, names: readonly string[], more: (count: number) => string): readonly string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, LISTED).map((name) => printableLines(name).join(' '));
  const rest = names.length > LISTED ? [more(names.length - LISTED)] : [];
  return [title, ...[...shown, ...rest].map((line) => `  ${line}`), ''];
}

function conclusion(report: CheckReport, words: ReportWording, paint: Paint): readonly string[] {
  const counts = countVerdicts(report.findings);
  const said = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) =>
    words.counted(counts[verdict], verdict),
  );
  const known = report.findings.filter(({ expected }) => expected).length;
  const sum = said.join(', ') + (known > 0 ? ` (${words.known(known)})` : '');
  const run = verdictOfRun(report);
  const mode = report.kind === 'connector' ? '' : `${report.write ? words.withWrites : words.readOnly} · `;
  return [
    `${report.target} · ${words.profile} ${report.profile} · ${mode}${words.requests(report.requests, seconds(report))}`,
    words.sum(paint(run === 'passed' ? 'green' : 'red', words.run[run]), sum),
  ];
}

const VERDICTS: readonly Verdict[] = ['passed', 'failed', 'warning', 'untested', 'not_asked'];

const seconds = ({ durationMs }: CheckReport): number => Math.round(durationMs / 100) / 10;
