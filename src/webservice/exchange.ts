import { performance } from 'node:perf_hooks';
import type { Problem } from '../domain/problem.ts';
import { type Transformations, toldOf } from '../domain/transformation.ts';
import type { Exchange, ExchangeTimings } from '../shop/journal.ts';
import { MOST_KEPT } from '../shop/tally.ts';
import { createExchangeId } from './exchange-id.ts';
import { maskedBeginning, maskedTransformations } from './masking.ts';
import type { ServedShop } from './served-shop.ts';

/** A POST that has begun. */
export interface OpenExchange {
  readonly id: string;
  readonly at: Date;
  readonly startedAt: number;
  readonly remoteAddress: string;
  /** The shop of the address; the key may tell another. */
  readonly addressed: ServedShop;
}

export const openExchange = (addressed: ServedShop, remoteAddress: string): OpenExchange => ({
  id: createExchangeId(),
  at: new Date(),
  startedAt: performance.now(),
  remoteAddress,
  addressed,
});

/** What the steps of a POST have learnt of it; what a step was to learn that was not reached, is not here. */
export interface Learnt {
  readonly requestBytes?: number;
  /** A document's file: the one message without a resource, whose errors are HTTP statuses. */
  readonly isDocumentPush?: boolean;
  readonly resource?: string;
  /** Every key that the request named. */
  readonly keys?: readonly string[];
  /** The shop that the key opens. */
  readonly served?: ServedShop;
  /** The beginning of the XML, or the variables; keys not masked yet. */
  readonly request?: string;
  /** Whether it is the beginning only. */
  readonly isRequestCut?: boolean;
  /** Beside XML; keys not masked yet. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Of reading the XML. */
  readonly warnings?: readonly Problem[];
  readonly timings?: ExchangeTimings;
  /** By sheets, field maps and hooks; keys not masked yet. */
  readonly transformed?: Transformations;
}

/** How a POST ended. */
export interface ExchangeEnd extends Pick<Exchange, 'outcome' | 'httpStatus' | 'replyBytes' | 'warnings'> {
  readonly reference?: string | undefined;
  readonly problem?: Problem | undefined;
  readonly records?: number | undefined;
  readonly unchanged?: number | undefined;
  /** `performance.now()` when a list began to be sent. */
  readonly sentSince?: number | undefined;
  /** The beginning of the reply. */
  readonly reply: string;
}

/** The name under which the journal lists the push of a document's file. */
export const DOCUMENT_PUSH = 'document';

/** In hundredths. */
const msSince = (moment: number): number => Math.round((performance.now() - moment) * 100) / 100;

export type Lap = (stage: keyof ExchangeTimings) => void;

/** Tells how long each stage took that ends with a lap; the first begins now. */
export function createLaps(onLap: (timings: ExchangeTimings) => void): Lap {
  let timings: ExchangeTimings = {};
  let since = performance.now();
  return (stage) => {
    timings = { ...timings, [stage]: msSince(since) };
    since = performance.now();
    onLap(timings);
  };
}

/** The journal's entry; it keeps `payloadCharacters` of request and reply. */
export function closeExchange(
  open: OpenExchange,
  { learnt, end }: { readonly learnt: Learnt; readonly end: ExchangeEnd },
  payloadCharacters: number,
): Exchange {
  const { served, keys = [], request = '', warnings = [] } = learnt;
  return {
    id: open.id,
    at: open.at.toISOString(),
    resource: learnt.isDocumentPush ? DOCUMENT_PUSH : (learnt.resource ?? ''),
    reference: end.reference ?? '',
    outcome: end.outcome,
    httpStatus: end.httpStatus,
    ...(end.problem && { problem: end.problem }),
    warnings: [...warnings, ...end.warnings].slice(0, MOST_KEPT),
    ...(end.records !== undefined && { records: end.records }),
    ...(end.unchanged !== undefined && { unchanged: end.unchanged }),
    durationMs: msSince(open.startedAt),
    timings: {
      ...learnt.timings,
      ...(end.sentSince !== undefined && { send: msSince(end.sentSince) }),
    },
    requestBytes: learnt.requestBytes ?? 0,
    replyBytes: end.replyBytes,
    remoteAddress: open.remoteAddress,
    // What a stranger sends is no merchant's record, and must not fill the journal.
    ...(served && { request: maskedBeginning(request, payloadCharacters, keys) }),
    ...(served && isCut(learnt, payloadCharacters) && { isRequestCut: true }),
    ...(served &&
      learnt.variables && { variables: keptVariables(learnt.variables, payloadCharacters, keys) }),
    reply: end.reply.slice(0, payloadCharacters),
    ...(served && learnt.transformed && toldOf(maskedTransformations(learnt.transformed, keys))),
  };
}

const isCut = ({ isRequestCut = false, request = '', variables = {} }: Learnt, characters: number): boolean =>
  isRequestCut || [request, ...Object.values(variables)].some(({ length }) => length > characters);

const keptVariables = (
  variables: Readonly<Record<string, string>>,
  characters: number,
  keys: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, maskedBeginning(value, characters, keys)]),
  );
