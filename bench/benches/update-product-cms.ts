import { mkdirSync } from 'node:fs';
import type { CmsSettings } from '../../src/adapters/settings.ts';
import { openShop } from '../../src/composition/open-shop.ts';
import { parseDecimal } from '../../src/domain/decimal.ts';
import type { CmsSite } from '../../test/adapters/cms-site.ts';
import { findMysql, type MysqlServer } from '../../test/support/mysql-server.ts';
import type { Bench, BenchContext } from '../bench.ts';
import { fillProducts, fillStore } from '../fill.ts';
import { drive, warmUp } from '../load.ts';
import { productLoad } from '../product-load.ts';
import { referenceOf } from '../product-message.ts';
import { takeTurns } from '../rounds.ts';
import { type Row, ratioRow, remarkRow } from '../rows.ts';
import { type BenchServer, startPasserelle } from '../servers.ts';
import { createStore } from '../stores.ts';

const CLIENTS = [1, 8];
const PRODUCTS = 1000;
const ROUNDS = 7;
const SECONDS = 0.5;

/** A CMS, as its tests make it. */
export interface BenchedCms {
  readonly cms: string;
  readonly title: string;
  /** What its adapter cannot do without. */
  readonly settings?: CmsSettings;
  createSite(server: MysqlServer): Promise<CmsSite>;
}

/** update_product on a CMS's own tables, beside our own store. */
export const updateProductOnCms = ({ cms, title, settings = {}, createSite }: BenchedCms): Bench => {
  const name = `update-product-${cms}`;
  return {
    name,
    title: `update_product on ${title}’s tables, beside our own store`,
    async run(context) {
      const mysql = await findMysql();
      if (!mysql)
        return [remarkRow({ bench: name, work: title }, 'NOT RUN: no MariaDB answers at 127.0.0.1:3306')];
      const site = await createSite(mysql);
      try {
        return await measure(context, name, { site, settings });
      } finally {
        await site.drop();
      }
    },
  };
};

interface ConfiguredSite {
  readonly site: CmsSite;
  readonly settings: CmsSettings;
}

async function measure(
  context: BenchContext,
  bench: string,
  configured: ConfiguredSite,
): Promise<readonly Row[]> {
  const folder = context.folder('cms');
  mkdirSync(folder, { recursive: true });
  await fillSite(configured, folder);
  const store = await createStore('sqlite', context.folder('store'));
  await fillStore(store, fillProducts(PRODUCTS));
  const { site, settings: cms } = configured;
  const theirs = await startPasserelle(context, { folder, options: { url: site.url } }, { cms });
  const own = await startPasserelle(context, store);
  try {
    for (const server of [theirs, own]) await warmUp(server, changingLoad(), context.seconds);
    await warmUp(theirs, repeatingLoad(), context.seconds);
    const rows: Row[] = [];
    for (const clients of CLIENTS) rows.push(...(await compare(context, { bench, clients, theirs, own })));
    return rows;
  } finally {
    await theirs.stop();
    await own.stop();
  }
}

/** The products that the messages name, each in a category, with a price. */
async function fillSite({ site: { url }, settings: cms }: ConfiguredSite, folder: string): Promise<void> {
  const store = { blobFolder: `${folder}/blobs` };
  const sideUrl = `sqlite:${folder}/shop.sqlite`;
  const opened = await openShop({ url, sideUrl, store, cms, decorators: [] });
  const netPrice = parseDecimal('99.5') ?? null;
  for (let number = 0; number < 2 * PRODUCTS; number += 1) {
    const change = { reference: referenceOf(number), fields: { netPrice }, categoryPath: ['Bench'] };
    await opened.shop.saveProduct(change, 'add_product');
  }
  await opened.close();
}

const changingLoad = () => productLoad({ products: PRODUCTS, changing: true });
/** The other half of the products, which always hear the same. */
const repeatingLoad = () => productLoad({ products: PRODUCTS, from: PRODUCTS, changing: false });

interface Contest {
  readonly bench: string;
  readonly clients: number;
  readonly theirs: BenchServer;
  readonly own: BenchServer;
}

async function compare(
  context: BenchContext,
  { bench, clients, theirs, own }: Contest,
): Promise<readonly Row[]> {
  const load = { clients, seconds: context.seconds(SECONDS) };
  const changing = changingLoad();
  const repeating = repeatingLoad();
  const perSecond = await takeTurns(
    {
      changed: () => drive(theirs, { ...load, ...changing }),
      unchanged: () => drive(theirs, { ...load, ...repeating }),
      own: () => drive(own, { ...load, ...changing }),
    },
    {
      rounds: ROUNDS,
      onRound: (round) => context.progress(`${clients} clients, round ${round} of ${ROUNDS}`),
    },
  );
  const by = clients === 1 ? '1 client' : `${clients} clients`;
  const measureIn = 'req/s';
  return [
    ratioRow({
      bench,
      work: `changed, ${by}, beside our own store`,
      ours: perSecond.changed,
      reference: perSecond.own,
      measure: measureIn,
    }),
    ratioRow({
      bench,
      work: `unchanged, ${by}, against changed`,
      ours: perSecond.unchanged,
      reference: perSecond.changed,
      measure: measureIn,
    }),
  ];
}
