import { z } from 'zod';
import type { Reply } from '../../api/http/reply.ts';
import { readInput } from '../../api/input/read-input.ts';
import type { Method } from '../../api/route.ts';
import { defined } from '../../domain/optional.ts';
import type { ConsoleRole, ConsoleUser } from '../../shop/console-accounts.ts';
import type { Language } from '../../shop/wording.ts';
import type { ConsoleShop } from '../options.ts';
import type { ConsoleServices } from '../services.ts';

/** A call as it came, of whom it is from. */
export interface RawCall {
  readonly services: ConsoleServices;
  /** The one that the header names, else the first. Throws `shop_unknown`. */
  shop(): ConsoleShop;
  readonly remoteAddress: string;
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
  /** Of sentences in the reply. */
  readonly language: Language;
  header(name: string): string | undefined;
  /** Rejects with `json_unreadable`, `body_too_large` or `body_too_slow`. */
  json(): Promise<unknown>;
}

interface Call<User, Params, Query, Body> extends Omit<RawCall, 'params' | 'json'> {
  readonly user: User;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

interface Spec<User, Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> {
  readonly method: Method;
  /** Below `/console`, parameters in braces. */
  readonly path: `/${string}`;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Of success; 200 by default. */
  readonly status?: 201 | 204;
  handle(call: Call<User, z.output<Params>, z.output<Query>, z.output<Body>>): Promise<Reply<unknown>>;
}

interface Said {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly status?: 201 | 204;
}

/** For everybody who comes from a page of ours; the user is whoever is logged in. */
export interface OpenRoute extends Said {
  readonly role?: undefined;
  answer(call: RawCall, user: ConsoleUser | undefined): Promise<Reply<unknown>>;
}

/** For users of a role. */
export interface UserRoute extends Said {
  readonly role: ConsoleRole;
  /** Kept in the trail where it changes something; by default what is not read does. */
  readonly isChange?: boolean;
  /** About the chosen shop, which the trail names then. */
  readonly isOfShop?: true;
  answer(call: RawCall, user: ConsoleUser): Promise<Reply<unknown>>;
}

export type ConsoleRoute = OpenRoute | UserRoute;

const NOTHING = z.strictObject({});
type Nothing = typeof NOTHING;

export function openRoute<
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(spec: Spec<ConsoleUser | undefined, Params, Query, Body>): OpenRoute {
  return { ...saidOf(spec), answer: answerer(spec) };
}

export function userRoute<
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(
  spec: Spec<ConsoleUser, Params, Query, Body> & {
    readonly role: ConsoleRole;
    readonly isChange?: boolean;
    readonly isOfShop?: true;
  },
): UserRoute {
  const { role, isChange, isOfShop } = spec;
  return { ...saidOf(spec), role, ...defined({ isChange, isOfShop }), answer: answerer(spec) };
}

const saidOf = ({ method, path, status }: Said): Said => ({
  method,
  path,
  ...(status !== undefined && { status }),
});

/** Checks the call, then handles it. */
function answerer<User, Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  spec: Spec<User, Params, Query, Body>,
): (call: RawCall, user: User) => Promise<Reply<unknown>> {
  const { params = NOTHING, query = NOTHING, body, handle } = spec;
  return async (call, user) => {
    const { headers: _, ...read } = await readInput(call, {
      params,
      query,
      headers: NOTHING,
      ...(body && { body }),
    });
    // The schemas that are not given stand for what has no fields: what was read is what they say.
    const input = read as {
      readonly params: z.output<Params>;
      readonly query: z.output<Query>;
      readonly body: z.output<Body>;
    };
    return handle({ ...call, ...input, user });
  };
}
