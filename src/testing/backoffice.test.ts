import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import type { Backoffice } from '../shop/backoffice.ts';
import { openStore } from '../store/open.ts';
import { BACKOFFICE_AREAS } from './backoffice/areas.ts';
import {
  type BackofficeCheck,
  type BackofficeSubject,
  reasonToSkip,
  SETTINGS,
} from './backoffice/subject.ts';
import { createMemoryShop } from './memory-shop.ts';

const blobFolder = temporaryFolder(afterAll);
const CHECKS = Object.values(BACKOFFICE_AREAS).flat();

async function openSubject(
  change: (backoffice: Backoffice) => Partial<Backoffice>,
): Promise<BackofficeSubject> {
  const url = 'sqlite::memory:';
  const { shop, backoffice, close } = await openStore({ url, blobFolder, ...SETTINGS });
  const changed: Backoffice = { ...backoffice, ...change(backoffice) };
  return {
    shop,
    reader: changed,
    shopSide: changed,
    orderDesk: changed,
    journal: changed,
    catalogue: changed,
    customerDirectory: changed,
    documentArchive: changed,
    accessKeys: changed,
    apiTokens: changed,
    consoleAccounts: changed,
    auditTrail: changed,
    changeFeed: changed,
    quotes: changed,
    provenance: changed,
    webhooks: changed,
    guardDesk: changed,
    alertBook: changed,
    close,
  };
}

async function fails(check: BackofficeCheck, open: () => Promise<BackofficeSubject>): Promise<boolean> {
  const subject = await open();
  try {
    await check.run(subject);
    return false;
  } catch {
    return true;
  } finally {
    await subject.close();
  }
}

/** What a store may do wrong, and a check that must notice. */
const BROKEN: Readonly<
  Record<string, { noticed: string; change(backoffice: Backoffice): Partial<Backoffice> }>
> = {
  'forgets an order’s past': {
    noticed: 'takes its past along',
    change: ({ placeOrder }) => ({ placeOrder: (order) => placeOrder(order) }),
  },
  'offers nothing again': {
    noticed: 'offered again in its last importable state',
    change: () => ({ offerOrderAgain: async () => {} }),
  },
  'lists the journal oldest first': {
    noticed: 'filters, newest first',
    change: ({ exchanges }) => ({
      async *exchanges(filter) {
        yield (await Array.fromAsync(exchanges(filter))).flat().reverse();
      },
    }),
  },
  'keeps every payload': {
    noticed: 'pruning drops what is too old',
    change: ({ pruneJournal }) => ({
      pruneJournal: ({ maxAgeDays }) => pruneJournal({ maxAgeDays, maxBytes: 1e9 }),
    }),
  },
  'forgets revoked keys': {
    noticed: 'stays listed',
    change: ({ keys }) => ({
      keys: async () => (await keys()).filter(({ revokedAt }) => revokedAt === undefined),
    }),
  },
  'forgets what a token may do': {
    noticed: 'a token keeps its scopes',
    change: ({ tokens }) => ({
      tokens: async () => (await tokens()).map((token) => ({ ...token, scopes: ['read'] })),
    }),
  },
  'lets the last admin go': {
    noticed: 'the last admin stays one',
    change: ({ removeUser }) => ({
      removeUser: (name) => removeUser(name).catch(() => true),
    }),
  },
  'keeps a session beyond its end': {
    noticed: 'until it ends',
    change: () => ({ endSession: async () => true }),
  },
  'tells nothing of what became of an action': {
    noticed: 'with what became of it',
    change: () => ({ settleAction: async () => {} }),
  },
  'leaves a gap among the changes without a word': {
    noticed: 'whoever had not seen it is told',
    change: ({ changes }) => ({
      changes: (query) => changes(query).catch(() => changes({})),
    }),
  },
  'gives the last change of a page twice': {
    noticed: 'pages follow each other by their cursors',
    change: ({ changes }) => ({
      async changes(query) {
        const page = await changes(query);
        return { ...page, cursor: page.cursor - 1 };
      },
    }),
  },
  'lists attempts from the newest on, whatever page is asked for': {
    noticed: 'pages of attempts follow each other',
    change: ({ deliveryPage }) => ({
      deliveryPage: ({ after: _, ...query }) => deliveryPage(query),
    }),
  },
  'takes every buyer for anyone': {
    noticed: 'is of the price category',
    change: ({ quote }) => ({ quote: (basket) => quote({ ...basket, buyer: { group: '' } }) }),
  },
  'adds what it shows to the rules behind it': {
    noticed: 'of thousands of rules the best are told',
    change: ({ quote }) => ({
      async quote(basket) {
        const answer = await quote(basket);
        const lines = answer.lines.map((line) => ({ ...line, moreRules: line.moreRules + 1 }));
        return { ...answer, lines };
      },
    }),
  },
  'lists contradictions from the beginning': {
    noticed: 'on from a place',
    change: ({ priceConflicts }) => ({ priceConflicts: () => priceConflicts() }),
  },
  'reads the first batch only': {
    noticed: 'all products are read once each',
    change: ({ products }) => ({
      async *products() {
        for await (const batch of products()) {
          yield batch;
          return;
        }
      },
    }),
  },
};

describe('the contract of the second port notices a store that', () => {
  for (const [fault, { noticed, change }] of Object.entries(BROKEN)) {
    it(fault, async () => {
      const checks = CHECKS.filter(({ name }) => name.includes(noticed));
      expect(checks.length).toBe(1);
      for (const check of checks) expect(await fails(check, () => openSubject(change))).toBe(true);
    });
  }

  it('does nothing wrong, in none', async () => {
    for (const { noticed } of Object.values(BROKEN))
      for (const check of CHECKS.filter(({ name }) => name.includes(noticed)))
        expect(await fails(check, () => openSubject(() => ({})))).toBe(false);
  });
});

it('the contract of the second port asks every method of it', async () => {
  const asked = new Set<string>();
  const noting = (backoffice: Backoffice): Partial<Backoffice> =>
    Object.fromEntries(
      Object.entries(backoffice).map(([name, method]) => [
        name,
        (...parameters: readonly unknown[]): unknown => {
          asked.add(name);
          return Reflect.apply(method, backoffice, parameters);
        },
      ]),
    );
  for (const check of CHECKS) expect(await fails(check, () => openSubject(noting))).toBe(false);
  const { backoffice, close } = await openStore({ url: 'sqlite::memory:', blobFolder });
  await close();
  expect(Object.keys(backoffice).filter((name) => !asked.has(name))).toEqual([]);
});

it('skips what a shop has no part for, with the reason', () => {
  const { shop, seed: _, ...parts } = createMemoryShop();
  const subject: BackofficeSubject = { shop, ...parts, close: () => shop.close() };
  const reasons = CHECKS.flatMap((check) => reasonToSkip(check, subject) ?? []);
  expect(new Set(reasons)).toEqual(
    new Set(
      [
        'catalogue',
        'customerDirectory',
        'documentArchive',
        'journal',
        'accessKeys',
        'apiTokens',
        'consoleAccounts',
        'auditTrail',
        'guardDesk',
        'alertBook',
      ].map((part) => `the shop has no ${part}`),
    ),
  );
});
