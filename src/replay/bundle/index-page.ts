import { escapeUTF8 } from 'entities';
import { localDateTime } from '../../domain/dates.ts';
import type { FieldChange, RecordEffect } from '../../domain/effect.ts';
import type { RecordedExchange } from '../../shop/journal.ts';
import { describe, type Language } from '../../shop/wording.ts';
import { INDEX_WORDS } from './index-words.ts';

export interface IndexOptions {
  readonly language: Language;
  readonly timeZone: string;
  readonly isRedacted: boolean;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #bbb;padding:.4rem .6rem;text-align:left;vertical-align:top}code{overflow-wrap:anywhere}p.note{background:#eee;color:#222;padding:.6rem}@media(prefers-color-scheme:dark){body{background:#181818;color:#eee}a{color:#9cf}}';

/** The page in three parts, so that none has to be whole in memory: the head, a row for each exchange, the end. */
export function indexHead({ language, isRedacted }: IndexOptions): string {
  const words = INDEX_WORDS[language];
  const heads = [words.moment, words.resource, words.record, words.outcome, words.effect, words.files];
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${words.title}</title><style>${STYLE}</style></head><body>
<h1>${words.title}</h1>
<p class="note">${isRedacted ? words.redacted : words.notRedacted}</p>
<p><a href="about.json">${words.about}</a></p>
<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>
`;
}

export const INDEX_END = '</tbody></table></body></html>\n';

export interface IndexedFile {
  readonly name: string;
  readonly of: 'exchange' | 'request' | 'reply';
}

export function indexRow(
  exchange: RecordedExchange,
  files: readonly IndexedFile[],
  { language, timeZone }: IndexOptions,
): string {
  const { at, resource, reference, outcome, problem, warnings, effect } = exchange;
  const remarks = [...(problem ? [problem] : []), ...warnings].map((one) => describe(one, language));
  const cells = [
    escapeUTF8(localDateTime(new Date(at), timeZone)),
    escapeUTF8(resource),
    escapeUTF8(reference),
    [outcome, ...remarks].map(escapeUTF8).join('<br>'),
    effect.map(effectHtml).join('<br>') || INDEX_WORDS[language].nothing,
    files.map((file) => linkTo(file, exchange, language)).join(' · '),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

function linkTo(
  { name, of }: IndexedFile,
  { id, isRequestCut }: RecordedExchange,
  language: Language,
): string {
  const words = INDEX_WORDS[language];
  const text = of === 'exchange' ? id : of === 'request' && isRequestCut ? words.cut : words[of];
  return `<a href="${escapeUTF8(name)}">${escapeUTF8(text)}</a>`;
}

const effectHtml = ({ entity, key, operation, changes }: RecordEffect): string =>
  [`${entity} ${key} ${operation}`, ...changes.map(changeText)].map(escapeUTF8).join('<br>&emsp;');

const changeText = ({ path, before, after }: FieldChange): string =>
  `${path}: ${valueText(before)} → ${valueText(after)}`;

const valueText = (value: FieldChange['before']): string =>
  value === undefined ? '∅' : typeof value === 'string' ? value : JSON.stringify(value);
