import { pino } from 'pino';
import { REASONS } from '../../domain/problem.ts';
import type { Exchange } from '../../shop/backoffice.ts';
import { ERROR_MEANINGS } from '../../shop/errors.ts';
import { describe } from '../../shop/wording.ts';

export interface ServerLog {
  /** One line for an exchange that was refused or failed; those that went well are in the journal. */
  exchange(exchange: Exchange, shop: string, error?: unknown): void;
  failure(error: unknown): void;
}

/** JSON lines on standard error: standard output belongs to what scripts read. Holds no key and no payload. */
export function createServerLog(): ServerLog {
  const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    exchange({ id, resource, reference, outcome, problem, remoteAddress }, shop, error) {
      if (!problem && error === undefined) return;
      const code = problem ? REASONS[problem.reason] : 'internal';
      const level = code === 'warning' ? 'info' : ERROR_MEANINGS[code].logLevel;
      const facts = { exchange: id, shop, resource, reference, outcome, code, remoteAddress };
      log[level](
        { ...facts, ...(error !== undefined && { err: error }) },
        problem ? describe(problem, 'en') : 'journal',
      );
    },
    failure: (error) => log.error({ err: error }, 'background work failed'),
  };
}
