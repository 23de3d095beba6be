import { localDateTime } from '../../domain/dates.ts';
import type { Exchange, ExchangeSummary } from '../../shop/backoffice.ts';
import { describe, type Language } from '../../shop/wording.ts';
import { printable } from '../terminal.ts';
import type { JournalWording } from '../wording/wording.ts';

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
    `${durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms`.padStart(9),
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

const singleLine = (text: string): string => printable(text.replace(/\s+/g, ' '));

/** The whole exchange, with its request and reply as far as they are kept. */
export function formatWhole(exchange: Exchange, options: FormatOptions): string {
  const { wording } = options;
  return [
    formatExchange(exchange, options),
    `${exchange.remoteAddress}  HTTP ${exchange.httpStatus}`,
    '',
    `--- ${wording.request}`,
    exchange.request === undefined ? wording.notKept : printable(exchange.request),
    `--- ${wording.reply}`,
    exchange.reply === undefined ? wording.notKept : printable(exchange.reply),
  ].join('\n');
}
