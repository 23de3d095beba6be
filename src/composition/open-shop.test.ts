import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ALL_CAPABILITIES } from '../shop/capabilities.ts';
import { decorate } from '../shop/decorate.ts';
import { openStore } from '../store/open.ts';
import { moment, shopCustomer } from '../testing/contract/samples.ts';
import { createMemoryShop, type MemoryShop } from '../testing/memory-shop.ts';
import { openShop } from './open-shop.ts';
import { readerOf, shopSideOf } from './opened-shop.ts';
import type { ShopKind } from './shop-kind.ts';
import { isShopUrl, SHOP_KINDS, shopKindOf } from './shop-kinds.ts';
import type { ShopSpec } from './shop-spec.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-shop-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const specOf = (url: string): ShopSpec => ({
  url,
  sideUrl: `sqlite:${join(folder, 'side.sqlite')}`,
  store: { blobFolder: join(folder, 'blobs') },
  decorators: [],
});
const own = () => specOf(`sqlite:${join(folder, 'shop.sqlite')}`);

/** Somebody else's shop, with a store of ours beside it for the journal and the keys: one row, as an adapter has it. */
const foreignKind = (memory: MemoryShop, closed: string[] = []): ShopKind => ({
  form: 'foreign:NAME',
  accepts: (url) => url.startsWith('foreign:'),
  absolute: (url) => url,
  shown: (url) => url,
  waits: true,
  missing: () => undefined,
  hasSchemas: false,
  isPassing: () => false,
  async open({ sideUrl, store }) {
    const { backoffice, figures, close } = await openStore({ ...store, url: sideUrl });
    const shop = decorate(memory.shop, {
      capabilities: { ...ALL_CAPABILITIES, tracking: false, productFields: ['name'] },
      close: async () => void closed.push('shop'),
    });
    return {
      shop,
      reader: memory.reader,
      journal: backoffice,
      accessKeys: backoffice,
      apiTokens: backoffice,
      consoleAccounts: backoffice,
      auditTrail: backoffice,
      figures,
      probe: () => Promise.all([memory.reader.product(''), backoffice.keys()]),
      async close() {
        closed.push('all');
        await close();
      },
    };
  },
});

describe('a shop of our own', () => {
  test('has every part', async () => {
    const opened = await openShop(own());
    await opened.shop.saveProduct({ reference: 'A', fields: {} }, 'add_product');
    expect((await readerOf(opened).product('A'))?.reference).toBe('A');
    await shopSideOf(opened).saveShopCustomer(shopCustomer('1'));
    expect(await opened.accessKeys.keys()).toEqual([]);
    expect(await Array.fromAsync(opened.journal.exchanges({}))).toEqual([]);
    await opened.probe();
    await opened.close();
    await opened.close();
    await expect(opened.probe()).rejects.toThrow();
  });

  test('that can do everything, with nothing before it, is called without a step between', async () => {
    const { shop, backoffice, figures, close } = await openStore({ ...own().store, url: own().url });
    const probe = () => backoffice.keys();
    const parts = {
      shop,
      journal: backoffice,
      accessKeys: backoffice,
      apiTokens: backoffice,
      consoleAccounts: backoffice,
      auditTrail: backoffice,
      probe,
      figures,
      close,
    };
    const kind: ShopKind = { ...shopKindOf(own().url), open: async () => parts };
    const opened = await openShop(own(), [kind]);
    expect(opened.shop).toBe(shop);
    await opened.close();
  });

  test('is described by what can be handed to another thread', () => {
    const spec: ShopSpec = { ...own(), decorators: [{ module: '/x.ts', options: { a: [1, { b: 'c' }] } }] };
    expect(structuredClone(spec)).toEqual(spec);
  });
});

describe('a shop of another kind', () => {
  test('is one row more: its own data, our journal and keys, and only what it can keep', async () => {
    const memory = createMemoryShop();
    const opened = await openShop(specOf('foreign:x'), [...SHOP_KINDS, foreignKind(memory)]);
    const saved = await opened.shop.saveProduct(
      { reference: 'A', fields: { name: 'N', ean13: '1' } },
      'add_product',
    );
    expect(saved.warnings).toMatchObject([{ reason: 'field_not_kept', field: 'ean13' }]);
    expect((await memory.reader.product('A'))?.fields).toEqual({ name: 'N' });
    await expect(opened.shop.saveTracking('1', 'x')).rejects.toMatchObject({ code: 'unsupported' });
    await opened.accessKeys.addKey({
      id: 'k',
      sha256: 'ab',
      label: '',
      createdAt: moment('2026-01-01 00:00:00'),
    });
    expect(() => shopSideOf(opened)).toThrow('own_side_unsupported');
    await opened.close();
    const again = await openShop(specOf('foreign:x'), [foreignKind(memory)]);
    expect((await again.accessKeys.keys()).map(({ id }) => id)).toEqual(['k']);
    await again.close();
  });

  test('is closed as a whole, also when what stands before it cannot be made', async () => {
    const closed: string[] = [];
    const kinds = [foreignKind(createMemoryShop(), closed)];
    await (await openShop(specOf('foreign:x'), kinds)).close();
    expect(closed).toEqual(['shop', 'all']);
    const missing = { ...specOf('foreign:x'), decorators: [{ module: join(folder, 'nowhere.mjs') }] };
    await expect(openShop(missing, kinds)).rejects.toMatchObject({ problem: { reason: 'file_unreadable' } });
    expect(closed).toEqual(['shop', 'all']);
  });
});

describe('the kinds of stores', () => {
  test.each([
    ['sqlite:data/shop.sqlite', true],
    ['sqlite::memory:', true],
    ['postgres://user@host/shops', true],
    ['postgresql://user@host/shops', true],
    ['sqlite:', false],
    ['postgres://', false],
    ['postgres://user:p a@[', false],
    ['mysql://user@host/shops', false],
    ['data/shop.sqlite', false],
  ])('%s: %s', (url, accepted) => {
    expect(isShopUrl(url)).toBe(accepted);
    if (!accepted) expect(() => shopKindOf(url)).toThrow('option_invalid');
  });

  test('say of a URL what there is to say', () => {
    const file = shopKindOf('sqlite:a.sqlite');
    expect(file.absolute('sqlite:a.sqlite', '/data')).toBe('sqlite:/data/a.sqlite');
    expect(file.absolute('sqlite::memory:', '/data')).toBe('sqlite::memory:');
    expect(file.missing(`sqlite:${folder}/a.sqlite`)).toBe(`${folder}/a.sqlite`);
    expect(file.missing(`sqlite:${folder}`)).toBeUndefined();
    expect([file.waits, file.hasSchemas, file.isPassing('sqlite::memory:')]).toEqual([false, false, true]);
    const url = 'postgres://user:secret@host/shops';
    const server = shopKindOf(url);
    expect(server.shown(url)).toBe('postgres://user:***@host/shops');
    expect([server.absolute(url, '/data'), server.missing(url)]).toEqual([url, undefined]);
    expect([server.waits, server.hasSchemas, server.isPassing(url)]).toEqual([true, true, false]);
  });
});
