import { chosenShop, SHOP_HEADER } from '../../api/access/access.ts';
import { type Answer, answerFrom } from '../../api/http/answer.ts';
import { readJson } from '../../api/http/body.ts';
import type { CallRecord } from '../../api/http/call-record.ts';
import { sentenceLanguage } from '../../api/http/languages.ts';
import { problemAnswer, problemOf } from '../../api/http/problem-answer.ts';
import type { Reply } from '../../api/http/reply.ts';
import { fail, PasserelleError } from '../../domain/error.ts';
import type { ConsoleUser } from '../../shop/console-accounts.ts';
import { requireOwnPage } from '../access/own-pages.ts';
import type { ConsoleServices } from '../services.ts';
import type { ConsoleRoute, OpenRoute, RawCall, UserRoute } from './route.ts';

export interface Incoming {
  /** The route's. */
  readonly name: string;
  readonly request: Request;
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly params: Readonly<Record<string, string>>;
}

export type Answered = Answer & Pick<CallRecord, 'token' | 'problem' | 'error'>;

/** Of people's forms: nothing longer is typed. */
const BODY = { requestsPerMinute: 0, bodyBytes: 64 * 1024, bodySeconds: 30 };

const WHOLE = {
  range: undefined,
  ifRange: undefined,
  failed(error: unknown): never {
    throw error;
  },
  onLeft() {},
};

/** Answers one call, with a problem where it must. Neither throws nor rejects. */
export async function answerCall(
  route: ConsoleRoute,
  incoming: Incoming,
  services: ConsoleServices,
): Promise<Answered> {
  const { request, requestId } = incoming;
  const call = rawCall(incoming, services);
  try {
    const reply = await (route.role === undefined
      ? answerOpen(route, call, request.method)
      : answerUser(route, call, incoming));
    const headers = { ...reply.headers, 'cache-control': 'no-store' };
    const { content } = reply;
    if (content instanceof ReadableStream)
      return {
        status: 200,
        headers: { ...headers, 'content-type': 'application/jsonl; charset=utf-8' },
        body: content,
      };
    return await answerFrom({ content, headers }, route.status ?? 200, WHOLE);
  } catch (error) {
    const failure = problemOf(error, requestId);
    return {
      ...problemAnswer(failure, { language: call.language, requestId }),
      problem: failure,
      ...(!(error instanceof PasserelleError) && { error }),
    };
  }
}

function rawCall({ request, remoteAddress, params }: Incoming, services: ConsoleServices): RawCall {
  const { shops } = services.options;
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  return {
    services,
    shop: () => chosenShop(shops, header(SHOP_HEADER)),
    remoteAddress,
    params,
    url: new URL(request.url),
    signal: request.signal,
    language: sentenceLanguage(header('accept-language'), shops[0].language),
    header,
    json: () => readJson(request, BODY),
  };
}

async function answerOpen(route: OpenRoute, call: RawCall, method: string): Promise<Reply<unknown>> {
  const { header } = call;
  const asked = { method, header, isFile: false };
  // What everybody may read, pages of others included: their scripts do not get to see it.
  if (route.method !== 'get') requireOwnPage(asked);
  const user = await call.services.users.userOf(asked).catch(noUser);
  return route.answer(call, user);
}

/** Whose session has ended is nobody: he may log in. */
function noUser(error: unknown): undefined {
  if (error instanceof PasserelleError && error.code !== 'store_unavailable') return undefined;
  throw error;
}

async function answerUser(
  route: UserRoute,
  call: RawCall,
  { name, request: { method }, params, remoteAddress }: Incoming,
): Promise<Reply<unknown>> {
  const { services, header } = call;
  const user = await services.users.userOf({ method, header, isFile: false });
  if (!user) throw fail('session_ended');
  const shop = route.isOfShop && call.shop().name;
  return services.users.perform(deedOf(route, { name, params, user, remoteAddress, shop }), () =>
    route.answer(call, user),
  );
}

interface Asked extends Pick<Incoming, 'name' | 'params' | 'remoteAddress'> {
  readonly user: ConsoleUser;
  readonly shop: string | undefined;
}

function deedOf(
  { method, role, isChange = method !== 'get' }: UserRoute,
  { name, params, user, remoteAddress, shop }: Asked,
) {
  const subject = Object.values(params).join(' ');
  return {
    user,
    remoteAddress,
    needed: role,
    isChange,
    action: name,
    shop,
    subject: subject === '' ? undefined : subject,
  };
}
