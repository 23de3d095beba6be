import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../../test/support/temporary.ts';
import { openShop } from '../../../composition/open-shop.ts';
import { readerOf } from '../../../composition/opened-shop.ts';
import type { ShopSpec } from '../../../composition/shop-spec.ts';
import type { BulkRequest } from '../../../webservice/bulk/bulk.ts';
import { DEFAULT_LIMITS } from '../../../webservice/limits.ts';
import { loadConfiguration } from '../../configuration/load.ts';
import { wireOptions } from '../settings.ts';
import { type BulkThread, createBulkThread } from './runner.ts';

let folder: string;
let spec: ShopSpec;
let thread: BulkThread;
let request: BulkRequest;

beforeEach(async () => {
  folder = temporaryFolder();
  const url = `sqlite:${join(folder, 'shop.sqlite')}`;
  spec = { url, sideUrl: url, store: { blobFolder: join(folder, 'blobs') }, decorators: [] };
  thread = createBulkThread({ shop: spec });
  const { shops } = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  request = {
    shopName: 'shop',
    resource: 'add_grilles',
    exchange: 'e',
    key: 'k',
    compression: undefined,
    wire: wireOptions(shops[0]),
    priceRuleMode: 'merge',
    decompressedBytes: DEFAULT_LIMITS.decompressedBytes,
    xml: DEFAULT_LIMITS.xml,
    beginningBytes: 100,
  };
});
afterEach(async () => {
  await thread.close();
});

const grille = (number: number): string =>
  `<grille src="s" ref="r"><id_product>P${number}</id_product><price>1</price><reduction_type>amount</reduction_type></grille>`;

/** Each chunk fills its memory, as those of a socket do. */
async function* message(count: number, perChunk: number): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('<grilles>');
  for (let number = 0; number < count; number += perChunk)
    yield new TextEncoder().encode(
      Array.from({ length: perChunk }, (_, index) => grille(number + index)).join(''),
    );
  yield new TextEncoder().encode('</grilles>');
}

test('more than may be on its way at once arrives whole', async () => {
  const report = await thread.run(request, message(60_000, 3000));
  expect(report).toMatchObject({ ok: true, records: 60_000, result: { created: 60_000 } });
});

test('what its stores have counted is told while the thread is there', async () => {
  expect(await thread.figures()).toEqual({});
  await thread.run(request, message(10, 10));
  expect(await thread.figures()).toMatchObject({ shop: { database: 'sqlite', writes: { waiting: 0 } } });
  await thread.close();
  expect(await thread.figures()).toEqual({});
});

test('several messages at a time', async () => {
  const reports = await Promise.all([1, 2, 3].map(() => thread.run(request, message(3000, 100))));
  expect(reports.every(({ ok }) => ok)).toBe(true);
});

test('a source that breaks off changes nothing', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield* message(100, 10);
    throw new Error('cut');
  }
  await expect(thread.run(request, broken())).rejects.toThrow('cut');
  const opened = await openShop(spec);
  expect(await Array.fromAsync(readerOf(opened).priceRules())).toEqual([]);
  await opened.close();
});

test('a store that cannot be opened is said as such, and is tried again for the next message', async () => {
  writeFileSync(
    join(folder, 'shop.sqlite'),
    'this is no database, and long enough to be taken for one'.repeat(20),
  );
  expect(await thread.run(request, message(10, 10))).toMatchObject({
    ok: false,
    problem: { reason: 'store_unavailable' },
  });
  rmSync(join(folder, 'shop.sqlite'));
  expect(await thread.run(request, message(10, 10))).toMatchObject({ ok: true });
});

test('a fault while the message still comes fails that message alone', async () => {
  let unhandled = 0;
  const count = (): void => {
    unhandled++;
  };
  process.on('unhandledRejection', count);
  const faulty = { ...request, shopName: 'nobody' };
  async function* slow(): AsyncGenerator<Uint8Array> {
    yield* message(10, 10);
    await new Promise((resolve) => setTimeout(resolve, 300));
    yield* message(10, 10);
  }
  await expect(thread.run(faulty, slow())).rejects.toMatchObject({ problem: { reason: 'internal' } });
  process.off('unhandledRejection', count);
  expect(unhandled).toBe(0);
  expect(await thread.run(request, message(10, 10))).toMatchObject({ ok: true });
});
