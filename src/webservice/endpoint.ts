import { performance } from 'node:perf_hooks';
import { PasserelleError } from '../domain/error.ts';
import { type Problem, type ProblemCode, problem } from '../domain/problem.ts';
import { inWireNames } from '../wire/messages/field-names.ts';
import type { Answer, Call, CallHandler } from './call.ts';
import type { EndpointOptions } from './endpoint-options.ts';
import { closeExchange, type ExchangeEnd, type Learnt, type OpenExchange, openExchange } from './exchange.ts';
import type { Handled } from './handler.ts';
import { createPostHandler, type PostHandler } from './post.ts';
import { alivePage, documentErrorAnswer, errorAnswer, methodNotAllowed, xmlAnswer } from './replies.ts';
import { observeReply } from './reply-stream.ts';
import type { ServedShop } from './served-shop.ts';

/**
 * The connector's endpoint: one call in, one answer out, never a rejection. Every error that the caller can act on is
 * answered in the protocol's form; see docs/errors.md.
 */
export function createEndpoint(options: EndpointOptions): CallHandler {
  const handlePost = createPostHandler(options);
  return async (call) => {
    if (call.method === 'GET' || call.method === 'HEAD') return alivePage();
    if (call.method !== 'POST') return methodNotAllowed();
    return answerPost(call, handlePost, options);
  };
}

async function answerPost(call: Call, handlePost: PostHandler, options: EndpointOptions): Promise<Answer> {
  const addressed = options.shops.find(({ name }) => name === call.shopName) ?? options.shops[0];
  const open = openExchange(addressed, call.remoteAddress);
  const end = await handlePost(call, open.id);
  const answering: Answering = { options, open, learnt: end.learnt };
  return end.ok ? answerHandled(end.handled, answering) : answerFailure(end.error, answering);
}

interface Answering {
  readonly options: EndpointOptions;
  readonly open: OpenExchange;
  readonly learnt: Learnt;
}

function answerHandled(handled: Handled, answering: Answering): Answer {
  const { reply } = handled;
  if (typeof reply !== 'string') return answerStream(reply, handled, answering);
  const answer = handled.problem ? errorAnswer(handled.problem, shopOf(answering)) : xmlAnswer(reply);
  record({ ...endOf(handled), ...said(answer) }, answering);
  return answer;
}

/** What the journal says of it once the reply is out. */
function endOf({ reply: _, records, leftOut, ...end }: Handled) {
  const left = leftOut?.() ?? [];
  return {
    ...end,
    records: records?.(),
    warnings: [...end.warnings, ...left],
    ...(left.length > 0 && { outcome: 'warning' as const }),
  };
}

/** A list is over, for the journal, when its last batch has left. */
function answerStream(reply: AsyncIterable<string>, handled: Handled, answering: Answering): Answer {
  const sentSince = performance.now();
  const body = observeReply(reply, answering.options.payloadCharacters, ({ head, bytes, error }) => {
    const sent = { httpStatus: 200, reply: head, replyBytes: bytes, sentSince };
    const failure =
      error === undefined
        ? {}
        : ({ outcome: 'failed', problem: problemOf(error, answering.open.id) } as const);
    record({ ...endOf(handled), ...sent, ...failure }, answering, error);
  });
  return xmlAnswer(body);
}

/** The shop's own, not the sender's: the log has where. */
const FAULTS: ReadonlySet<ProblemCode> = new Set(['internal', 'transform_failed']);

async function answerFailure(error: unknown, answering: Answering): Promise<Answer> {
  const { options, open, learnt } = answering;
  const failure = problemOf(error, open.id);
  const unauthorized = error instanceof PasserelleError && error.code === 'unauthorized';
  if (unauthorized) await options.delays.afterFailure(open.remoteAddress);
  const answer = learnt.isDocumentPush
    ? documentErrorAnswer(failure, shopOf(answering))
    : errorAnswer(failure, shopOf(answering));
  const ours = !(error instanceof PasserelleError) || FAULTS.has(error.code) || error.retryable;
  const end = { ...said(answer), reference: failure.record, problem: failure, warnings: [] };
  record({ ...end, outcome: ours ? 'failed' : 'refused' }, answering, ours ? error : undefined);
  return answer;
}

/** What an unexpected exception tells the caller: nothing but the exchange to look up. */
function problemOf(error: unknown, exchange: string): Problem {
  if (error instanceof PasserelleError && error.code !== 'internal') return inWireNames(error.problem);
  return problem('internal', { exchange });
}

const shopOf = ({ open, learnt }: Answering): ServedShop => learnt.served ?? open.addressed;

function said({ status, body }: Answer): Pick<ExchangeEnd, 'httpStatus' | 'reply' | 'replyBytes'> {
  const reply = typeof body === 'string' ? body : '';
  return { httpStatus: status, reply, replyBytes: Buffer.byteLength(reply) };
}

/** The journal is written with the next commit: the reply does not wait, and a journal that fails refuses no write. */
function record(end: ExchangeEnd, answering: Answering, error?: unknown): void {
  const { options, open, learnt } = answering;
  const { journal, name } = shopOf(answering);
  const entry = closeExchange(open, { learnt, end }, options.payloadCharacters);
  journal?.recordExchange(entry).catch((failure: unknown) => {
    options.onJournalFailure?.(entry, name, failure);
  });
  options.onExchange?.(entry, name, error);
}
