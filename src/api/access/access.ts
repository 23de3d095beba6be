import { fail } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';
import { type ApiScope, isAllowed } from '../../shop/api-tokens.ts';
import { createSecretRing, findFirst } from '../../shop/secrets.ts';
import type { ApiOptions } from '../options.ts';
import { type Caller, userToken } from './caller.ts';
import { createUseNotes } from './use-notes.ts';
import type { UserCall } from './users.ts';

export interface Access {
  /**
   * A session's user chooses the shop with `X-Passerelle-Shop`, or gets the first. Rejects with `token_refused`, the same
   * whatever is wrong with the token; with `shop_unknown`, and as `userOf` does.
   */
  admit(call: Knock, scope: ApiScope): Promise<Caller>;
}

interface Knock extends UserCall {
  readonly remoteAddress: string;
}

/** Who may make which calls. The token decides the shop. */
export function createAccess({ shops, users, afterRefusal, onFailure, now = Date.now }: ApiOptions): Access {
  const rings = shops.map((shop) => ({
    shop,
    ring: createSecretRing({
      now,
      load: async () =>
        (await shop.opened().apiTokens.tokens()).filter(({ revokedAt }) => revokedAt === undefined),
    }),
  }));
  const noteUse = createUseNotes({ now, onFailure });

  const callerOf = (secret: string): Promise<Caller | undefined> =>
    findFirst(rings, async ({ shop, ring }) => {
      const token = await ring.find(secret);
      return token && { shop, token };
    });

  return {
    async admit(call, scope) {
      const user = await users?.userOf(call);
      if (user) return { shop: chosenShop(shops, call.header(SHOP_HEADER)), token: userToken(user), user };
      const { remoteAddress } = call;
      const secret = bearerToken(call.header('authorization'));
      const caller = secret === undefined ? undefined : await callerOf(secret);
      if (!caller || !isAllowed(caller.token, scope)) {
        // Who sends none has tried none. Who lacks a scope waits as all others do: the time tells nothing.
        if (secret !== undefined) await afterRefusal(remoteAddress);
        throw fail('token_refused');
      }
      noteUse(caller);
      return caller;
    },
  };
}

/** The shop of that name, else the first. Throws `shop_unknown`. */
export function chosenShop<Shop extends { readonly name: string }>(
  shops: readonly Shop[],
  name: string | undefined,
): Shop {
  const chosen = name === undefined ? shops[0] : shops.find((shop) => shop.name === name);
  if (chosen) return chosen;
  throw fail('shop_unknown', {
    value: quotable(name ?? ''),
    expected: shops.map((shop) => shop.name).join(', '),
  });
}

export const SHOP_HEADER = 'x-passerelle-shop';

const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
