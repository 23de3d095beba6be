import { performance } from 'node:perf_hooks';
import type { Problem } from '../domain/problem.ts';
import type { Exchange, ExchangeOutcome } from '../shop/backoffice.ts';
import { createExchangeId } from './exchange-id.ts';
import { maskedBeginning } from './masking.ts';
import type { ServedShop } from './served-shop.ts';

/** What is learnt of a call while it is worked on; becomes the journal's entry at its end. */
export interface OpenExchange {
  readonly id: string;
  /** The shop in whose journal it goes; the address's own until the key tells. */
  served: ServedShop;
  resource: string;
  /** A document's file: the one message without a resource, whose errors are HTTP statuses. */
  isDocumentPush: boolean;
  reference: string;
  requestBytes: number;
  /** The beginning of the XML or the variables; keys not masked yet. */
  request: string;
  records: number | undefined;
  problem: Problem | undefined;
  readonly warnings: Problem[];
  /** Every key that the request named. */
  readonly keys: Set<string>;
  /** Whether a right key was seen: only then is the payload kept. */
  authenticated: boolean;
  readonly remoteAddress: string;
  readonly at: Date;
  readonly startedAt: number;
}

export function openExchange(served: ServedShop, remoteAddress: string): OpenExchange {
  return {
    id: createExchangeId(),
    served,
    resource: '',
    isDocumentPush: false,
    reference: '',
    requestBytes: 0,
    request: '',
    records: undefined,
    problem: undefined,
    warnings: [],
    keys: new Set(),
    authenticated: false,
    remoteAddress,
    at: new Date(),
    startedAt: performance.now(),
  };
}

/** The name under which the journal lists the push of a document's file. */
const DOCUMENT_PUSH = 'document';

export interface ExchangeEnd {
  readonly outcome: ExchangeOutcome;
  readonly httpStatus: number;
  /** The beginning of the reply. */
  readonly reply: string;
  readonly replyBytes: number;
  /** Characters of request and reply that the journal keeps. */
  readonly payloadCharacters: number;
}

const MOST_WARNINGS = 100;

export function closeExchange(open: OpenExchange, end: ExchangeEnd): Exchange {
  return {
    id: open.id,
    at: open.at.toISOString(),
    resource: open.isDocumentPush ? DOCUMENT_PUSH : open.resource,
    reference: open.reference,
    outcome: end.outcome,
    httpStatus: end.httpStatus,
    ...(open.problem && { problem: open.problem }),
    warnings: open.warnings.slice(0, MOST_WARNINGS),
    ...(open.records !== undefined && { records: open.records }),
    durationMs: Math.round((performance.now() - open.startedAt) * 100) / 100,
    requestBytes: open.requestBytes,
    replyBytes: end.replyBytes,
    remoteAddress: open.remoteAddress,
    // What a stranger sends is no merchant's record, and must not fill the journal.
    ...(open.authenticated && { request: maskedBeginning(open.request, end.payloadCharacters, open.keys) }),
    reply: end.reply.slice(0, end.payloadCharacters),
  };
}
