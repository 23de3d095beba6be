import type { CheckReport, Evidence, Finding } from '../report.ts';
import type { Language } from '../requirement.ts';
import { escapeXml } from './escape.ts';
import { byArea, countVerdicts, staleKinds } from './summary.ts';
import { type ReportWording, reportWording } from './wording.ts';

/** JUnit's XML as CI servers read it: an area a suite, a requirement a case; a warning is a passed case with its output. */
export function junitReport(report: CheckReport, language: Language): string {
  const suites = [...byArea(report.findings)].map(([area, findings]) => suite(area, findings, language));
  const stale = report.stale.length > 0 ? [staleSuite(report, reportWording(language))] : [];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="passerelle check" time="${report.durationMs / 1000}">\n${[...suites, ...stale].join('')}</testsuites>\n`;
}

function suite(area: string, findings: readonly Finding[], language: Language): string {
  const failures = findings.filter(isFailure).length;
  const skipped = countVerdicts(findings).not_asked;
  const cases = findings.map((finding) => testCase(finding, language)).join('');
  return `<testsuite name="${escapeXml(area)}" tests="${findings.length}" failures="${failures}" skipped="${skipped}">\n${cases}</testsuite>\n`;
}

const isFailure = ({ verdict, expected }: Finding): boolean =>
  !expected && (verdict === 'failed' || verdict === 'untested');

function testCase(finding: Finding, language: Language): string {
  const { requirement } = finding;
  const name = `${requirement.id} ${requirement.sentence[language]}`;
  return `<testcase classname="${escapeXml(requirement.id)}" name="${escapeXml(name)}">${outcome(finding, reportWording(language))}</testcase>\n`;
}

function outcome(finding: Finding, words: ReportWording): string {
  const { requirement, verdict, reason = '', evidence } = finding;
  const bad = evidence.filter(({ ok }) => !ok).map((seen) => evidenceText(seen, words));
  const text = escapeXml([words.source(requirement.section), reason, ...bad].filter(Boolean).join('\n'));
  if (verdict === 'not_asked') return `<skipped message="${escapeXml(reason)}"/>`;
  if (isFailure(finding)) return `<failure type="${verdict}">${text}</failure>`;
  return verdict === 'passed' ? '' : `<system-out>${text}</system-out>`;
}

const evidenceText = ({ what, sent, received, expected }: Evidence, words: ReportWording): string =>
  `${what}\n${words.sent}: ${sent}\n${words.received}: ${received}\n${words.wanted}: ${expected}`;

function staleSuite(report: CheckReport, words: ReportWording): string {
  const { stale, unknown } = staleKinds(report);
  const cases = [
    ...stale.map((id) => staleCase(id, words.staleEntry)),
    ...unknown.map((id) => staleCase(id, words.unknownEntry)),
  ];
  return `<testsuite name="baseline" tests="${cases.length}" failures="${cases.length}">\n${cases.join('')}</testsuite>\n`;
}

const staleCase = (id: string, text: string): string =>
  `<testcase classname="baseline" name="${escapeXml(id)}"><failure type="stale">${escapeXml(text)}</failure></testcase>\n`;
