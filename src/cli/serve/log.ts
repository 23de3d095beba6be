import { type DestinationStream, pino } from 'pino';
import { REASONS } from '../../domain/problem.ts';
import type { Exchange } from '../../shop/backoffice.ts';
import { ERROR_MEANINGS } from '../../shop/errors.ts';
import { describe } from '../../shop/wording.ts';
import type { Configuration } from '../configuration/resolve.ts';

export interface ServerLog {
  /** One line for an exchange: as important as its error, `debug` for one that went well. */
  exchange(exchange: Exchange, shop: string, error?: unknown): void;
  journalFailure(exchange: Exchange, shop: string, error: unknown): void;
  failure(error: unknown): void;
  /** The store of a shop did not open; it is tried again. */
  shopAway(shop: string, error: unknown): void;
  shopOpened(shop: string): void;
  /** Start and stop. */
  event(message: 'started' | 'stopping' | 'stopped', facts: Readonly<Record<string, unknown>>): void;
}

export interface LogOptions {
  readonly level: Configuration['logLevel'];
  /** Standard error by default: standard output belongs to what scripts read. */
  readonly destination?: DestinationStream;
}

/** JSON lines. Holds no key and no payload. */
export function createServerLog({
  level,
  destination = pino.destination({ dest: 2, sync: true }),
}: LogOptions): ServerLog {
  const log = pino({ base: null, level }, destination);
  return {
    exchange(exchange, shop, error) {
      const { problem } = exchange;
      const code = problem ? REASONS[problem.reason] : error === undefined ? undefined : 'internal';
      const facts = {
        ...factsOf(exchange, shop),
        ...(code !== undefined && { code }),
        ...(error !== undefined && { err: error }),
      };
      log[levelOf(code)](facts, problem ? describe(problem, 'en') : 'exchange');
    },
    journalFailure: (exchange, shop, error) =>
      log.error({ ...factsOf(exchange, shop), err: error }, 'not in the journal'),
    failure: (error) => log.error({ err: error }, 'background work failed'),
    shopAway: (shop, error) => log.error({ shop, err: error }, 'the store does not open; it is tried again'),
    shopOpened: (shop) => log.info({ shop }, 'the store is open'),
    event: (message, facts) => log.info(facts, message),
  };
}

function factsOf(exchange: Exchange, shop: string) {
  const { id, resource, reference, outcome, durationMs, requestBytes, replyBytes, remoteAddress } = exchange;
  return {
    exchange: id,
    shop,
    resource,
    reference,
    outcome,
    durationMs,
    requestBytes,
    replyBytes,
    remoteAddress,
  };
}

function levelOf(
  code: keyof typeof ERROR_MEANINGS | 'warning' | undefined,
): 'debug' | 'info' | 'warn' | 'error' {
  if (code === undefined) return 'debug';
  return code === 'warning' ? 'info' : ERROR_MEANINGS[code].logLevel;
}
