import { z } from 'zod';
import { PasserelleError } from '../domain/error.ts';
import { problem } from '../domain/problem.ts';
import type { Language } from '../shop/wording.ts';
import type { Access } from './access/access.ts';
import type { Caller } from './access/caller.ts';
import { type RateLimit, rateLimitHeaders } from './access/rate-limit.ts';
import type { Deed, Users } from './access/users.ts';
import type { ChangeWatch } from './changes/change-watch.ts';
import { type Answer, answerFrom, unlessKnown } from './http/answer.ts';
import { readJson } from './http/body.ts';
import type { CallRecord } from './http/call-record.ts';
import { sentenceLanguage } from './http/languages.ts';
import { problemAnswer, problemDocumentOf, problemOf } from './http/problem-answer.ts';
import type { SizedImages } from './images/types.ts';
import type { ApiLimits, WebhookCalls } from './options.ts';
import type { ApiRoute } from './route.ts';

/** What a call of a route is answered with. */
export interface Frame {
  readonly access: Access;
  readonly users: Users | undefined;
  readonly rateLimit: RateLimit;
  readonly limits: ApiLimits;
  readonly images: SizedImages;
  readonly changeWatch: ChangeWatch;
  readonly webhookCalls: WebhookCalls;
  /** Told of a fault of ours behind the beginning of a reply. */
  readonly onFailure: ((error: unknown) => void) | undefined;
  /** Of sentences, where neither the caller nor a shop says another. */
  readonly language: Language;
}

export interface Incoming {
  /** The route's. */
  readonly name: string;
  readonly request: Request;
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly params: Readonly<Record<string, string>>;
}

export type Answered = Answer & Pick<CallRecord, 'shop' | 'token' | 'problem' | 'error'>;

/** Answers one call, with a problem where it must. Neither throws nor rejects. */
export async function answerCall(route: ApiRoute, incoming: Incoming, frame: Frame): Promise<Answered> {
  const { request, requestId, remoteAddress } = incoming;
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  let caller: Caller | undefined;
  try {
    const { method } = request;
    caller = await frame.access.admit(
      { method, header, isFile: route.reply instanceof z.ZodFile, remoteAddress },
      route.scope,
    );
    return { ...named(caller), ...(await answerAdmitted(route, { ...incoming, caller, header }, frame)) };
  } catch (error) {
    const language = sentenceLanguage(header('accept-language'), caller?.shop.language ?? frame.language);
    const failure = problemOf(error, requestId);
    return {
      ...problemAnswer(failure, { language, requestId }),
      ...named(caller),
      problem: failure,
      ...(!(error instanceof PasserelleError) && { error }),
    };
  }
}

type Asked = Pick<Incoming, 'name' | 'params' | 'remoteAddress'> & Required<Pick<Caller, 'shop' | 'user'>>;

function deedOf({ method, role = method === 'get' ? 'viewer' : 'admin' }: ApiRoute, asked: Asked): Deed {
  const { name, params, shop, user, remoteAddress } = asked;
  const subject = Object.values(params).join(' ');
  return {
    user,
    remoteAddress,
    needed: role,
    // What a viewer may do changes nothing.
    isChange: role !== 'viewer',
    action: name,
    shop: shop.name,
    ...(subject !== '' && { subject }),
  };
}

const named = (caller: Caller | undefined): Pick<CallRecord, 'shop' | 'token'> =>
  caller ? { shop: caller.shop.name, token: caller.token.id } : {};

interface Admitted extends Incoming {
  readonly caller: Caller;
  header(name: string): string | undefined;
}

async function answerAdmitted(
  route: ApiRoute,
  { name, request, requestId, remoteAddress, params, caller, header }: Admitted,
  { users, rateLimit, limits, images, changeWatch, webhookCalls, onFailure }: Frame,
): Promise<Answered> {
  const { shop, token, user } = caller;
  const language = sentenceLanguage(header('accept-language'), shop.language);
  const allowance = rateLimit.take(`${shop.name} ${token.id}`);
  const limited = rateLimitHeaders(limits.requestsPerMinute, allowance);
  if (!allowance.isGranted) {
    const failure = problem('rate_exceeded', { limit: limits.requestsPerMinute });
    const refusal = problemAnswer(failure, { language, requestId });
    return { ...refusal, headers: { ...refusal.headers, ...limited }, problem: failure };
  }
  const gone = new AbortController();
  const work = () =>
    route.answer({
      shop,
      token,
      parts: shop.opened(),
      images,
      changeWatch,
      webhookCalls,
      signal: AbortSignal.any([request.signal, gone.signal]),
      params,
      url: new URL(request.url),
      language,
      header,
      json: () => readJson(request, limits),
    });
  const reply =
    user && users
      ? await users.perform(deedOf(route, { name, params, shop, user, remoteAddress }), work)
      : await work();
  const made = await answerFrom(reply, route.status ?? 200, {
    // A part of a body that is not sent is nothing.
    range: request.method === 'GET' ? header('range') : undefined,
    ifRange: header('if-range'),
    onLeft: () => gone.abort(),
    failed(error) {
      if (!(error instanceof PasserelleError)) onFailure?.(error);
      return {
        kind: 'problem',
        problem: problemDocumentOf(problemOf(error, requestId), { language, requestId }),
      };
    },
  });
  // Of a call that changes something, the condition would be about what was before it.
  const answer = route.method === 'get' ? unlessKnown(made, header('if-none-match')) : made;
  return { ...answer, headers: { ...answer.headers, ...limited } };
}
