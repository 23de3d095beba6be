import { newUser } from '../../src/console/accounts/new-user.ts';
import { openStore } from '../../src/store/open.ts';
import type { BenchContext } from '../bench.ts';
import { fillStore } from '../fill.ts';
import { type BenchStore, createStore, type Dialect } from '../stores.ts';
import { fillJournal } from './fill-journal.ts';
import { shopFills } from './fill-shop.ts';

export const PRODUCTS = 1_000_000;
const EXCHANGES = 1_000_000;
/** Just below what the journal keeps by default. */
export const PAYLOAD_BYTES = 250 * 2 ** 20;

export const VISITOR = { name: 'bench', password: 'quatre mots sans rapport' } as const;

/** A shop with a million products and a million exchanges, and somebody who may look at them; made once. */
export const largeShop = (context: BenchContext, dialect: Dialect): Promise<BenchStore> =>
  context.shared(`${dialect}-large-shop`, async (folder) => {
    const store = await createStore(dialect, folder);
    const [products, exchanges] = [context.scale(PRODUCTS), context.scale(EXCHANGES)];
    context.progress(`filling a shop with ${products} products`);
    await fillStore(store, ...shopFills(products));
    context.progress(`and a journal with ${exchanges} exchanges`);
    const until = Date.now() - 60_000;
    await fillStore(store, fillJournal({ exchanges, products, until }, context.scale(PAYLOAD_BYTES)));
    const { backoffice, close } = await openStore(store.options);
    await backoffice.addUser(await newUser({ ...VISITOR, role: 'admin', language: 'en' }, Date.now()));
    await close();
    return store;
  });
