import type { CheckReport, Evidence, Finding } from '../report.ts';
import type { Language } from '../requirement.ts';
import { escapeXml } from './escape.ts';
import { byArea, countVerdicts } from './summary.ts';

/** JUnit's XML as CI servers read it: an area a suite, a requirement a case; a warning is a passed case with its output. */
export function junitReport(report: CheckReport, language: Language): string {
  const suites = [...byArea(report.findings)].map(([area, findings]) => suite(area, findings, language));
  const stale = report.stale.length > 0 ? [staleSuite(report.stale)] : [];
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
  return `<testcase classname="${escapeXml(requirement.id)}" name="${escapeXml(name)}">${outcome(finding)}</testcase>\n`;
}

function outcome(finding: Finding): string {
  const { verdict, reason = '', evidence } = finding;
  const text = escapeXml([reason, ...evidence.filter(({ ok }) => !ok).map(evidenceText)].join('\n').trim());
  if (verdict === 'not_asked') return `<skipped message="${escapeXml(reason)}"/>`;
  if (isFailure(finding)) return `<failure type="${verdict}">${text}</failure>`;
  return verdict === 'passed' ? '' : `<system-out>${text}</system-out>`;
}

const evidenceText = ({ what, sent, received, expected }: Evidence): string =>
  `${what}\nsent: ${sent}\nreceived: ${received}\nexpected: ${expected}`;

function staleSuite(stale: readonly string[]): string {
  const cases = stale.map(
    (id) =>
      `<testcase classname="baseline" name="${escapeXml(id)}"><failure type="stale">no longer fails</failure></testcase>\n`,
  );
  return `<testsuite name="baseline" tests="${stale.length}" failures="${stale.length}">\n${cases.join('')}</testsuite>\n`;
}
