import type { RecordEffect } from '../domain/effect.ts';
import type { Problem } from '../domain/problem.ts';
import type { Transformations } from '../domain/transformation.ts';

/** Every exchange with a caller, kept for whoever wants to know what happened. */
export interface Journal {
  /** Queued and written with the next commit, or within 50 ms; the promise resolves when it is durable. Twice is once. */
  recordExchange(exchange: Exchange): Promise<void>;
  /** Newest first, in batches. */
  exchanges(filter: ExchangeFilter): AsyncIterable<readonly ExchangeSummary[]>;
  /** Newest first, in batches. */
  runs(filter: RunFilter): AsyncIterable<readonly ExchangeRun[]>;
  run(id: string): Promise<ExchangeRun | undefined>;
  /** With its payloads and its effect, while they are kept. */
  exchange(id: string): Promise<RecordedExchange | undefined>;
  /**
   * Drops the exchanges that are too old, then the oldest payloads beyond the size with their effects, in small steps. Gives
   * the number of exchanges dropped.
   */
  pruneJournal(bounds: JournalBounds): Promise<number>;
}

export const EXCHANGE_OUTCOMES = ['success', 'unchanged', 'warning', 'partly', 'refused', 'failed'] as const;
/** `partly`: some records of a bulk message were refused; `refused`: the caller's error; `failed`: ours. */
export type ExchangeOutcome = (typeof EXCHANGE_OUTCOMES)[number];

export const RECORD_DEPTHS = ['everything', 'outcomes'] as const;
/** `outcomes`: of an exchange neither request and reply nor its effect, but all that a summary has. */
export type RecordDepth = (typeof RECORD_DEPTHS)[number];

export interface ExchangeSummary {
  /** Sorts by time: a UUIDv7. */
  readonly id: string;
  /** The instant of the first byte, ISO 8601 in UTC. */
  readonly at: string;
  /** Empty when it could not be told. */
  readonly resource: string;
  /** The record's key: a reference, a customer code, an order id; empty for lists and bulk messages. */
  readonly reference: string;
  readonly outcome: ExchangeOutcome;
  readonly httpStatus: number;
  /** The error's reason, of a refused or failed exchange. */
  readonly problem?: Problem;
  readonly warnings: readonly Problem[];
  /** Of a bulk message or a list. */
  readonly records?: number;
  /** Records of a bulk message that were as they came already. */
  readonly unchanged?: number;
  /** The run that it belongs to; a stranger's belongs to none. */
  readonly run?: string;
  readonly durationMs: number;
  readonly timings?: ExchangeTimings;
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly remoteAddress: string;
  /** The exchange whose request it is, sent again by a person; it belongs to no run. */
  readonly replayOf?: string;
  /** Its request, its reply and its effect were never kept; absent where they were, be it that they are gone by now. */
  readonly recorded?: 'outcomes';
}

/** How long each stage took, in milliseconds; a stage that was not reached is missing. */
export interface ExchangeTimings {
  /** Until the last byte of the request was there. */
  readonly receive?: number;
  /** Until it was known who calls: his key. */
  readonly identify?: number;
  /** Decompressing and reading the XML. */
  readonly read?: number;
  /** The shop's work, and the reply's beginning. */
  readonly handle?: number;
  /** Sending a list. */
  readonly send?: number;
}

export interface Exchange extends ExchangeSummary {
  /**
   * The request's XML, else its variables in JSON; keys masked, long base64 replaced as `shortenedBase64` does. Whole, or the
   * beginning of what is longer than the bound.
   */
  readonly request?: string;
  readonly isRequestCut?: true;
  /** What the form said beside XML, but for its routing: variables, and `blob:sha256:…` for each file. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The beginning of the reply. */
  readonly reply?: string;
  /** What sheets, field maps and hooks made of it; absent where they changed nothing. */
  readonly transformed?: Transformations;
}

export interface RecordedExchange extends Exchange {
  /**
   * What it did to records of the shop, in that order; of a message of many, to the first 500. Empty where it changed nothing,
   * and in a shop whose products stand elsewhere than in our store.
   */
  readonly effect: readonly RecordEffect[];
}

export type OutcomeCounts = Readonly<Partial<Record<ExchangeOutcome, number>>>;

/** A connector's pass: exchanges that follow each other without a pause of minutes. Instants are ISO 8601 in UTC. */
export interface ExchangeRun {
  /** That of the exchange that was recorded first. */
  readonly id: string;
  /** The lowest and the highest id of its exchanges so far. */
  readonly firstId: string;
  readonly lastId: string;
  readonly at: string;
  /** The end of the last exchange so far. */
  readonly endedAt: string;
  readonly exchanges: number;
  /** How its exchanges ended, by resource. */
  readonly resources: Readonly<Record<string, OutcomeCounts>>;
  /** Records that it sent or was given, each time that they were named. */
  readonly records: number;
  /** Records that were as they came already: writes that were saved. */
  readonly unchanged: number;
  /** The time that its exchanges took, added up. */
  readonly busyMs: number;
}

export interface RunFilter {
  /** ISO 8601 in UTC: runs that were under way then, or began later. */
  readonly since?: string;
  /** Only runs with an id smaller than this one: the next page of a list. */
  readonly before?: string;
  readonly limit?: number;
}

export interface ExchangeFilter {
  /** The id of a run: only its exchanges. */
  readonly run?: string;
  /** ISO 8601 in UTC, inclusive. */
  readonly since?: string;
  readonly resource?: string;
  readonly reference?: string;
  readonly outcomes?: readonly ExchangeOutcome[];
  /** Only exchanges with an id greater than this one: what is new since. */
  readonly after?: string;
  /** Only exchanges with an id smaller than this one: the next page of a list. */
  readonly before?: string;
  readonly limit?: number;
}

export interface JournalBounds {
  readonly maxAgeDays: number;
  /** Of the payloads that are kept. */
  readonly maxBytes: number;
}
