import { type DestinationStream, pino } from 'pino';
import type { CallRecord } from '../../../api/http/call-record.ts';
import { REASONS } from '../../../domain/problem.ts';
import type { Alert } from '../../../shop/alerts.ts';
import { ERROR_MEANINGS } from '../../../shop/errors.ts';
import type { Exchange } from '../../../shop/journal.ts';
import type { Delivery, DeliveryOutcome, DisabledBecause, Webhook } from '../../../shop/webhooks.ts';
import { describe } from '../../../shop/wording.ts';
import type { Configuration } from '../../configuration/resolve.ts';

export interface ServerLog {
  /** One line for an exchange: as important as its error, `debug` for one that went well. */
  exchange(exchange: Exchange, shop: string, error?: unknown): void;
  journalFailure(exchange: Exchange, shop: string, error: unknown): void;
  /** One line for a call of the JSON API, as important as its error. */
  apiCall(call: CallRecord): void;
  failure(error: unknown): void;
  /** One line for an attempt: `debug` for one that went well. */
  delivery(delivery: Delivery, shop: string): void;
  alert(alert: Alert, shop: string): void;
  webhookDisabled(
    webhook: Webhook,
    facts: { readonly shop: string; readonly because: DisabledBecause },
  ): void;
  /** Changes that the feed dropped before a webhook was told of them. */
  eventsMissed(webhook: Webhook, facts: { readonly shop: string; readonly missed: number }): void;
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
    apiCall({ problem, error, ...facts }) {
      const code = problem && REASONS[problem.reason];
      log[levelOf(code)](
        { ...facts, ...(code && { code }), ...(error !== undefined && { err: error }) },
        problem ? describe(problem, 'en') : 'API call',
      );
    },
    failure: (error) => log.error({ err: error }, 'background work failed'),
    delivery: ({ answer: _, ...facts }, shop) => log[LEVELS[facts.outcome]]({ shop, ...facts }, 'webhook'),
    alert: ({ id, kind, subject, facts }, shop) => log.warn({ shop, id, kind, subject, facts }, 'alert'),
    webhookDisabled: ({ id, url, failingSince }, facts) =>
      log.error(
        { ...facts, webhook: id, url, failingSince },
        `the webhook is disabled; "passerelle webhooks enable ${id}" goes on`,
      ),
    eventsMissed: ({ id, url }, facts) =>
      log.error({ ...facts, webhook: id, url }, 'changes were dropped before the webhook was told of them'),
    shopAway: (shop, error) => log.error({ shop, err: error }, 'the store does not open; it is tried again'),
    shopOpened: (shop) => log.info({ shop }, 'the store is open'),
    event: (message, facts) => log.info(facts, message),
  };
}

const LEVELS: Readonly<Record<DeliveryOutcome, 'debug' | 'info' | 'warn'>> = {
  delivered: 'debug',
  failed: 'info',
  gave_up: 'warn',
};

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
