import { fail } from '../domain/error.ts';
import type { Backoffice } from '../shop/backoffice.ts';
import { ALL_CAPABILITIES } from '../shop/capabilities.ts';
import type { Shop } from '../shop/shop.ts';
import { openBlobPlace } from './blob-place.ts';
import { createClock } from './clock.ts';
import type { StoreContext } from './context.ts';
import { createCustomers } from './customers/customers.ts';
import type { Database } from './database.ts';
import { createJournal } from './journal/journal.ts';
import { migrate } from './migrations/run.ts';
import type { StoreOptions } from './options.ts';
import { createOrders } from './orders/orders.ts';
import { createPriceRules } from './price-rules/price-rules.ts';
import { createProducts } from './products/products.ts';
import { createSalesDocuments } from './sales-documents/sales-documents.ts';
import { openSqlite } from './sqlite/open.ts';

/** A shop of our own: both ports on one database. */
export interface Store {
  readonly shop: Shop;
  readonly backoffice: Backoffice;
  /** Once everything that waits has been written; closes `shop` too. */
  close(): Promise<void>;
}

const TIME_ZONE = 'Europe/Paris';

/**
 * Opens a store, and creates or migrates its schema. Several processes and threads may have the same store open.
 * Rejects with `store_unavailable` when the database cannot be opened, `database_newer` when a newer Passerelle made it.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { timeZone = TIME_ZONE, importableStates, now = () => new Date() } = options;
  const database = await openDatabase(options);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return composeStore(
    {
      database,
      blobs: openBlobPlace(options.blobFolder),
      now: createClock(now, timeZone),
      timeZone,
      importableStates,
    },
    now,
  );
}

/** The database alone, its schema as it is. Rejects as `openStore` does. */
export async function openDatabase(options: StoreOptions): Promise<Database> {
  const { url, patienceMs } = options;
  if (/^postgres(?:ql)?:\/\//.test(url)) {
    // The driver is loaded where it is needed.
    const { openPostgres } = await import('./postgres/open.ts');
    return openPostgres(options);
  }
  const path = /^sqlite:(.+)$/.exec(url)?.[1];
  if (path === undefined)
    throw fail('option_invalid', { field: 'store', value: url, expected: 'sqlite:PATH, postgres://…' });
  return openSqlite(path, patienceMs === undefined ? {} : { patienceMs });
}

function composeStore(context: StoreContext, now: () => Date): Store {
  const { database, blobs } = context;
  const close = closeOnce(database);
  const products = createProducts(context);
  const customers = createCustomers(context);
  const priceRules = createPriceRules(context);
  const orders = createOrders(context);
  const documents = createSalesDocuments(context);
  return {
    shop: {
      capabilities: ALL_CAPABILITIES,
      ...products.shop,
      ...customers.shop,
      ...priceRules.shop,
      ...orders.shop,
      ...documents.shop,
      close,
    },
    backoffice: {
      ...products.backoffice,
      ...customers.backoffice,
      ...priceRules.backoffice,
      ...orders.backoffice,
      ...documents.backoffice,
      ...createJournal(database, now),
      blob: (sha256) => blobs.read(sha256),
    },
    close,
  };
}

function closeOnce(database: Database): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= database.close();
    return closed;
  };
}
