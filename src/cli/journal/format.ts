import { localDateTime } from '../../domain/dates.ts';
import type { FieldChange, RecordEffect } from '../../domain/effect.ts';
import type { ExchangeSummary } from '../../shop/journal.ts';
import { describe, type Language } from '../../shop/wording.ts';
import { printable } from '../terminal.ts';
import type { JournalWording } from '../wording/journal.ts';

export interface FormatOptions {
  readonly language: Language;
  readonly timeZone: string;
  readonly wording: JournalWording;
}

/** One line: when, what, about which record, how it went; problems and warnings follow in lines of their own. */
export function formatExchange(exchange: ExchangeSummary, { language, timeZone }: FormatOptions): string {
  const { id, at, resource, reference, outcome, durationMs, requestBytes, replyBytes, records } = exchange;
  const details = [...(exchange.problem ? [exchange.problem] : []), ...exchange.warnings];
  const head = [
    localDateTime(new Date(at), timeZone),
    id,
    singleLine(resource || '-').padEnd(18),
    outcome.padEnd(9),
    formatMs(durationMs).padStart(9),
    `${formatBytes(requestBytes, language)} → ${formatBytes(replyBytes, language)}`,
    singleLine(reference),
    records === undefined ? '' : `(${records})`,
  ];
  const lines = details.map((problem) => `    ${singleLine(describe(problem, language))}`);
  return [head.join('  ').trimEnd(), ...lines].join('\n');
}

const UNITS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['o', 'ko', 'Mo', 'Go'],
  en: ['B', 'kB', 'MB', 'GB'],
};

function formatBytes(bytes: number, language: Language): string {
  const power = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[language][power]}`;
}

export const singleLine = (text: string): string => printable(text.replace(/\s+/g, ' '));

export const formatMs = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** `product TSH0001 updated`, and a line for each field. */
export const formatEffect = ({ entity, key, operation, changes }: RecordEffect): string =>
  [`${entity} ${singleLine(key)} ${operation}`, ...changes.map(formatChange)].join('\n');

const formatChange = ({ path, before, after }: FieldChange): string =>
  `    ${singleLine(path)}: ${formatValue(before)} → ${formatValue(after)}`;

const formatValue = (value: FieldChange['before']): string =>
  value === undefined ? '∅' : singleLine(typeof value === 'string' ? value : JSON.stringify(value));
