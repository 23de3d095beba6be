import type { ExchangeSummary, RecordedExchange } from '../../shop/journal.ts';
import { printable } from '../terminal.ts';
import type { JournalWording } from '../wording/journal.ts';
import { type FormatOptions, formatEffect, formatExchange, formatMs } from './format.ts';
import { formatTransformations } from './format-transformations.ts';

/** The whole exchange, with its effect, its request and its reply as far as they are kept. */
export function formatWhole(exchange: RecordedExchange, options: FormatOptions): string {
  const { wording } = options;
  return [
    formatExchange(exchange, options),
    ...(exchange.replayOf === undefined ? [] : [wording.replayOf(exchange.replayOf)]),
    `${exchange.remoteAddress}  HTTP ${exchange.httpStatus}${formatTimings(exchange.timings)}`.trimStart(),
    '',
    ...(exchange.effect.length === 0 ? [] : [`--- ${wording.effect}`, ...exchange.effect.map(formatEffect)]),
    ...(exchange.transformed ? [formatTransformations(exchange.transformed, options)] : []),
    `--- ${wording.request}`,
    formatKept(exchange.request, exchange, wording),
    `--- ${wording.reply}`,
    formatKept(exchange.reply, exchange, wording),
  ].join('\n');
}

const formatKept = (
  text: string | undefined,
  { recorded }: RecordedExchange,
  { notKept, notRecorded }: JournalWording,
): string => {
  if (text !== undefined) return printable(text);
  return recorded === undefined ? notKept : notRecorded;
};

const STAGES = ['receive', 'identify', 'read', 'handle', 'send'] as const;

/** `  receive 0.3 ms, identify 0.1 ms, …` */
const formatTimings = (timings: ExchangeSummary['timings'] = {}): string => {
  const stages = STAGES.flatMap((stage) => {
    const ms = timings[stage];
    return ms === undefined ? [] : [`${stage} ${formatMs(ms)}`];
  });
  return stages.length === 0 ? '' : `  ${stages.join(', ')}`;
};
