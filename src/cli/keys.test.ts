import { expect, test } from 'vitest';
import { localDateTime } from '../domain/dates.ts';
import { fail } from '../domain/error.ts';
import type { AccessKey } from '../shop/access-keys.ts';
import { createKey, keyDigest } from '../shop/new-secrets.ts';
import { ensureKeys } from './keys.ts';

/** The store's rules for keys, in a list: the same id is kept, a revoked key stays revoked. */
function createKeyStore() {
  const stored = new Map<string, AccessKey>();
  const valid = () => [...stored.values()].filter(({ revokedAt }) => revokedAt === undefined);
  return {
    accepts: (key: string) => valid().some(({ sha256 }) => sha256 === keyDigest(key)),
    count: () => stored.size,
    keys: async () => [...stored.values()],
    addKey: async (key: AccessKey) => {
      const known = stored.get(key.id);
      if (known && known.sha256 !== key.sha256) throw fail('value_conflict', { record: key.id });
      if (!known) stored.set(key.id, key);
    },
    revokeKey: async (id: string, revokedAt: AccessKey['createdAt']) => {
      const key = stored.get(id);
      if (key) stored.set(id, { ...key, revokedAt });
      return key !== undefined;
    },
  };
}

const timeZone = 'Europe/Paris';

test('a key is long, plain text, and never the same', () => {
  const keys = Array.from({ length: 100 }, () => createKey());
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[a-z2-7]{32}$/);
});

test('the first start makes a key and tells it once; its text is stored nowhere', async () => {
  const store = createKeyStore();
  const key = await ensureKeys(store, { timeZone });
  expect(key && store.accepts(key)).toBe(true);
  expect(JSON.stringify(await store.keys())).not.toContain(key);
  expect(await ensureKeys(store, { timeZone })).toBeUndefined();
  expect(store.count()).toBe(1);
});

test('of servers that make the first key together, one does and tells it; when all are revoked, again', async () => {
  const store = createKeyStore();
  const startThree = async () => {
    const told = await Promise.all([1, 2, 3].map(() => ensureKeys(store, { timeZone })));
    return told.filter((key) => key !== undefined);
  };
  const [first = '', ...others] = await startThree();
  expect([others, store.accepts(first), store.count()]).toEqual([[], true, 1]);
  const now = localDateTime(new Date(), timeZone);
  for (const { id } of await store.keys()) await store.revokeKey(id, now);
  const [second = '', ...more] = await startThree();
  expect([more, store.accepts(second), store.count()]).toEqual([[], true, 2]);
});

test('configured keys are valid together, and a start with the same ones adds nothing', async () => {
  const store = createKeyStore();
  for (let start = 0; start < 2; start++)
    expect(await ensureKeys(store, { timeZone, keys: ['a', 'b'] })).toBeUndefined();
  expect([store.accepts('a'), store.accepts('b'), store.count()]).toEqual([true, true, 2]);
});

test('a configured key that is replaced stops working, and works again when it is named again', async () => {
  const store = createKeyStore();
  await ensureKeys(store, { timeZone, keys: ['leaked'] });
  await ensureKeys(store, { timeZone, keys: ['fresh'] });
  expect([store.accepts('leaked'), store.accepts('fresh')]).toEqual([false, true]);
  await ensureKeys(store, { timeZone });
  expect(store.accepts('fresh')).toBe(true);
  await ensureKeys(store, { timeZone, keys: ['leaked'] });
  expect(store.accepts('leaked')).toBe(true);
});

test('servers that start together register a configured key once; a revoked one that comes back is valid again', async () => {
  const store = createKeyStore();
  const start = (keys: readonly string[]) => ensureKeys(store, { timeZone, keys });
  await Promise.all([start(['a']), start(['a']), start(['a'])]);
  expect(store.count()).toBe(1);
  await start(['b']);
  expect(store.accepts('a')).toBe(false);
  await Promise.all([start(['a']), start(['a'])]);
  expect([store.accepts('a'), store.accepts('b'), store.count()]).toEqual([true, false, 3]);
});
