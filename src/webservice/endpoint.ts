import { PasserelleError } from '../domain/error.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Exchange } from '../shop/backoffice.ts';
import type { Answer, Call, CallHandler } from './call.ts';
import type { EndpointOptions } from './endpoint-options.ts';
import { closeExchange, type OpenExchange, openExchange } from './exchange.ts';
import type { Handled } from './handled.ts';
import { createPostHandler } from './post.ts';
import { alivePage, documentErrorAnswer, errorAnswer, methodNotAllowed, xmlAnswer } from './replies.ts';
import { observeReply } from './reply-stream.ts';

/**
 * The connector's endpoint: one call in, one answer out, never a rejection. Every error that the caller can act on is
 * answered in the protocol's form; see docs/errors.md.
 */
export function createEndpoint(options: EndpointOptions): CallHandler {
  const handlePost = createPostHandler(options);
  return async (call) => {
    if (call.method === 'GET' || call.method === 'HEAD') return alivePage();
    if (call.method !== 'POST') return methodNotAllowed();
    return answerPost(call, { ...options, handlePost });
  };
}

interface Answering extends EndpointOptions {
  handlePost(call: Call, exchange: OpenExchange): Promise<Handled>;
}

async function answerPost(call: Call, options: Answering): Promise<Answer> {
  const addressed = options.shops.find(({ name }) => name === call.shopName) ?? options.shops[0];
  const exchange = openExchange(addressed, call.remoteAddress);
  try {
    return answerHandled(await options.handlePost(call, exchange), { exchange, options });
  } catch (error) {
    return answerFailure(error, { exchange, options });
  }
}

interface Ending {
  readonly exchange: OpenExchange;
  readonly options: Answering;
}

function answerHandled(handled: Handled, ending: Ending): Answer {
  const { exchange, options } = ending;
  exchange.reference = handled.reference;
  exchange.problem = handled.problem;
  exchange.warnings.push(...handled.warnings);
  if (typeof handled.reply !== 'string') return answerStream(handled.reply, handled, ending);
  exchange.records = handled.records?.();
  const answer = handled.problem ? errorAnswer(handled.problem, exchange.served) : xmlAnswer(handled.reply);
  finish(answer, handled.outcome, { exchange, options });
  return answer;
}

/** A list is over, for the journal, when its last batch has left. */
function answerStream(reply: AsyncIterable<string>, handled: Handled, { exchange, options }: Ending): Answer {
  const body = observeReply(reply, options.payloadCharacters, ({ head, bytes, error }) => {
    exchange.records = handled.records?.();
    if (error !== undefined) exchange.problem = problemOf(error, exchange.id);
    record(exchange, options, {
      outcome: error === undefined ? handled.outcome : 'failed',
      httpStatus: 200,
      reply: head,
      replyBytes: bytes,
      error,
    });
  });
  return xmlAnswer(body);
}

async function answerFailure(error: unknown, { exchange, options }: Ending): Promise<Answer> {
  const failure = problemOf(error, exchange.id);
  const unauthorized = error instanceof PasserelleError && error.code === 'unauthorized';
  if (unauthorized) await options.delays.afterFailure(exchange.remoteAddress);
  exchange.problem = failure;
  exchange.reference ||= failure.record ?? '';
  const answer = exchange.isDocumentPush
    ? documentErrorAnswer(failure, exchange.served)
    : errorAnswer(failure, exchange.served);
  const ours = !(error instanceof PasserelleError) || error.code === 'internal' || error.retryable;
  finish(answer, ours ? 'failed' : 'refused', { exchange, options, ...(ours && { error }) });
  return answer;
}

/** What an unexpected exception tells the caller: nothing but the exchange to look up. */
function problemOf(error: unknown, exchange: string): Problem {
  if (error instanceof PasserelleError && error.code !== 'internal') return error.problem;
  return problem('internal', { exchange });
}

interface Finishing {
  readonly exchange: OpenExchange;
  readonly options: EndpointOptions;
  readonly error?: unknown;
}

function finish(answer: Answer, outcome: Exchange['outcome'], { exchange, options, error }: Finishing): void {
  const reply = typeof answer.body === 'string' ? answer.body : '';
  record(exchange, options, {
    outcome,
    httpStatus: answer.status,
    reply,
    replyBytes: Buffer.byteLength(reply),
    error,
  });
}

interface Recording {
  readonly outcome: Exchange['outcome'];
  readonly httpStatus: number;
  readonly reply: string;
  readonly replyBytes: number;
  readonly error?: unknown;
}

/** The journal is written with the next commit: the reply does not wait, and a journal that fails refuses no write. */
function record(exchange: OpenExchange, options: EndpointOptions, { error, ...end }: Recording): void {
  const entry = closeExchange(exchange, { ...end, payloadCharacters: options.payloadCharacters });
  exchange.served.journal?.recordExchange(entry).catch((failure: unknown) => {
    options.onJournalFailure?.(entry, exchange.served.name, failure);
  });
  options.onExchange?.(entry, exchange.served.name, error);
}
