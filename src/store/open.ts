import { USUAL_PRICING } from '../domain/pricing/question.ts';
import type { Backoffice } from '../shop/backoffice.ts';
import { ALL_CAPABILITIES } from '../shop/capabilities.ts';
import type { Shop } from '../shop/shop.ts';
import { createAccessKeys } from './access-keys/access-keys.ts';
import { createAlertBook } from './alerts/alerts.ts';
import { createApiTokens } from './api-tokens/api-tokens.ts';
import { openBlobPlace } from './blob-place.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { createChangeFeed } from './changes/changes.ts';
import { createClock } from './clock.ts';
import { createConsoleAccounts } from './console/accounts.ts';
import { createAuditTrail } from './console/audit.ts';
import type { StoreContext } from './context.ts';
import { createCustomers } from './customers/customers.ts';
import { createCustomerDirectory } from './customers/directory.ts';
import type { Database } from './database.ts';
import { databaseKindOf } from './database-kinds.ts';
import { withoutEffects } from './effects/without.ts';
import type { StoreFigures } from './figures.ts';
import { createGuard } from './guard/admit.ts';
import { createGuardDesk } from './guard/desk.ts';
import { createJournal } from './journal/journal.ts';
import { migrate } from './migrations/run.ts';
import type { StoreOptions } from './options.ts';
import { createOrders } from './orders/orders.ts';
import { createPriceRules } from './price-rules/price-rules.ts';
import { createProducts } from './products/products.ts';
import { createQuotes } from './quotes/quotes.ts';
import { createSalesDocuments } from './sales-documents/sales-documents.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

/** A shop of our own: both ports on one database. */
export interface Store {
  readonly shop: Shop;
  readonly backoffice: Backoffice;
  /** What it has counted since it was opened. */
  figures(): StoreFigures;
  /** Once everything that waits has been written; closes `shop` too. */
  close(): Promise<void>;
}

const TIME_ZONE = 'Europe/Paris';

/**
 * Opens a store, and creates or migrates its schema. Several processes and threads may have the same store open.
 * Rejects with `store_unavailable` when the database cannot be opened, `database_newer` when a newer Passerelle made it,
 * `sessions_shared` behind a pooler that hands PostgreSQL's sessions around.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { timeZone = TIME_ZONE, importableStates, owned = [], pricing = USUAL_PRICING } = options;
  const { now = () => new Date(), guard, record = 'everything' } = options;
  const database = await openDatabase(options);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return composeStore(
    {
      database: record === 'outcomes' ? withoutEffects(database) : database,
      record,
      blobs: openBlobPlace(options.blobFolder),
      now: createClock(now, timeZone),
      instant: () => now().toISOString(),
      timeZone,
      importableStates,
      pricing,
      owned: new Set<string>(owned),
      guard: guard && createGuard(guard),
    },
    now,
  );
}

/** The database alone, its schema as it is. Rejects as `openStore` does. */
export const openDatabase = async (options: StoreOptions): Promise<Database> =>
  databaseKindOf(options.url).open(options);

function composeStore(context: StoreContext, now: () => Date): Store {
  const { database, blobs, record } = context;
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
      ...createJournal(database, { now, record }),
      ...createAccessKeys(database),
      ...createApiTokens(database),
      ...createConsoleAccounts(database),
      ...createAuditTrail(database),
      ...createChangeFeed(database, now),
      ...createWebhooks(database),
      ...createQuotes(context),
      ...createCatalogue(database),
      ...createCustomerDirectory(database),
      ...createGuardDesk(context),
      ...createAlertBook(database),
      blob: (sha256) => blobs.read(sha256),
    },
    figures: database.figures,
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
