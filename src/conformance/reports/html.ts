import type { CheckReport, Evidence, Finding, Verdict } from '../report.ts';
import type { Language } from '../requirement.ts';
import { escapeXml } from './escape.ts';
import { PAGE_STYLE } from './page-style.ts';
import { byArea, countVerdicts, remarkable, staleKinds, verdictOfRun } from './summary.ts';
import { type ReportWording, reportWording } from './wording.ts';

/** One page that needs nothing but itself: no script, no font, no picture from elsewhere. */
export function htmlReport(report: CheckReport, language: Language): string {
  const words = reportWording(language);
  const run = verdictOfRun(report);
  const { stale, unknown } = staleKinds(report);
  const title = `${words.title[report.kind]} · ${report.target}`;
  const body = [
    `<h1>${escapeXml(words.title[report.kind])}</h1>`,
    `<p class="run ${run}"><strong>${words.run[run]}</strong> ${counts(report, words)}</p>`,
    facts(report, words),
    listed(words.stale, stale),
    listed(words.unknown, unknown),
    ...remarkable(report.findings).map((finding) => section(finding, { language, words, open: true })),
    ...[...byArea(report.findings)].map(([area, findings]) => areaPart(area, findings, { language, words })),
    listed(words.created, report.created),
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title><style>${PAGE_STYLE}</style></head>
<body><main>
${body.filter((part) => part !== '').join('\n')}
</main></body></html>
`;
}

function counts({ findings }: CheckReport, words: ReportWording): string {
  const by = countVerdicts(findings);
  return VERDICTS.filter((verdict) => by[verdict] > 0)
    .map((verdict) => `<span class="badge ${verdict}">${words.counted(by[verdict], verdict)}</span>`)
    .join(' ');
}

const VERDICTS: readonly Verdict[] = ['failed', 'untested', 'warning', 'passed', 'not_asked'];

function facts(report: CheckReport, words: ReportWording): string {
  const seconds = Math.round(report.durationMs / 100) / 10;
  const parts = [
    `<code>${escapeXml(report.target)}</code>`,
    `${words.profile} <code>${report.profile}</code>`,
    ...(report.kind === 'connector' ? [] : [report.write ? words.withWrites : words.readOnly]),
    words.requests(report.requests, seconds),
    `<time datetime="${escapeXml(report.startedAt)}">${escapeXml(report.startedAt)}</time>`,
  ];
  return `<p class="facts">${parts.join(' · ')}</p>`;
}

const listed = (title: string, names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `<section class="list"><p>${escapeXml(title)}</p><ul>${names.map((name) => `<li><code>${escapeXml(name)}</code></li>`).join('')}</ul></section>`;

interface Spoken {
  readonly language: Language;
  readonly words: ReportWording;
}

const areaPart = (area: string, findings: readonly Finding[], spoken: Spoken): string =>
  `<h2>${escapeXml(area)}</h2>\n${findings.map((finding) => section(finding, { ...spoken, open: false })).join('\n')}`;

function section(
  { requirement, verdict, evidence, reason, expected }: Finding,
  { language, words, open }: Spoken & { readonly open: boolean },
): string {
  const bad = evidence.filter(({ ok }) => !ok);
  // All that speaks against it; of what speaks for it, enough to see what was looked at.
  const shown = open ? bad : [...bad, ...evidence.filter(({ ok }) => ok)].slice(0, SHOWN);
  return `<details class="finding ${verdict}"${open ? ' open' : ''}><summary><span class="badge ${verdict}">${words.verdicts[verdict]}</span> <code>${escapeXml(requirement.id)}</code> ${escapeXml(requirement.sentence[language])}${expected ? ` <em>(${words.expectedFailure})</em>` : ''}</summary>
<p class="facts">${escapeXml(words.source(requirement.section))} · ${words.severities[requirement.severity]} · ${words.observations(evidence.length)}</p>
${reason === undefined ? '' : `<p>${escapeXml(reason)}</p>`}${shown.map((seen) => evidencePart(seen, words)).join('\n')}</details>`;
}

const SHOWN = 5;

function evidencePart({ what, ok, sent, received, expected }: Evidence, words: ReportWording): string {
  const part = (name: string, text: string): string =>
    text === '' ? '' : `<dt>${name}</dt><dd><pre>${escapeXml(text)}</pre></dd>`;
  return `<div class="evidence ${ok ? 'right' : 'wrong'}"><p>${ok ? '✓' : '✗'} ${escapeXml(what)}</p><dl>${part(words.sent, sent)}${part(words.received, received)}${part(words.wanted, expected)}</dl></div>`;
}
