import { buildShop } from '../build-shop.ts';
import { cmsContext } from '../cms-context.ts';
import type { CmsOptions, CmsShop } from '../cms-shop.ts';
import { openingOn } from '../mysql/site.ts';
import { makeSideTables } from '../side/migrations/run.ts';
import { virtuemartCapabilities } from './capabilities.ts';
import { requireSite } from './check.ts';
import type { VirtuemartContext } from './context.ts';
import { noteChanges } from './customers/changes.ts';
import { accountPages } from './customers/lists.ts';
import { isAccountEmail, saveCustomers } from './customers/save.ts';
import { utcText } from './moments.ts';
import { handOver } from './orders/hand-over.ts';
import { listOrders } from './orders/lists.ts';
import { readOrderRecord, readOrderRecords } from './orders/records.ts';
import { savePriceRules } from './price-rules/save.ts';
import { readImage } from './products/images.ts';
import { listProducts } from './products/lists.ts';
import { readProduct, readProducts } from './products/read.ts';
import { saveProduct } from './products/save.ts';
import { sideOf } from './tables.ts';
import { type OpenedTables, openTables } from './tables-at.ts';

/**
 * Opens a VirtueMart, and makes or migrates our side tables in its database. Rejects with `store_unavailable` when the
 * database does not answer, and with what a person has to set right first: see site/.
 */
export async function openVirtuemart(options: CmsOptions): Promise<CmsShop> {
  const opened = await openTables(options);
  return openingOn(opened.database, async () => shopOn(await contextOf(opened, options)));
}

async function contextOf(
  { database, prefix, languages }: OpenedTables,
  options: CmsOptions,
): Promise<VirtuemartContext> {
  const { settings, importableStates } = options;
  const common = cmsContext({ database, sideOf }, options);
  const { now, clock } = common;
  const site = await requireSite(database.read, {
    ...{ settings, languages, prefix, importableStates },
    now: () => utcText(now()),
  });
  await makeSideTables(database, prefix);
  return {
    ...{ ...common, site },
    ordersSince: settings.ordersSince === undefined ? 0 : clock.unix(settings.ordersSince),
  };
}

const shopOn = (context: VirtuemartContext): CmsShop =>
  buildShop(context, {
    capabilities: virtuemartCapabilities(context.site),
    products: {
      list: (kind, slice) =>
        listProducts(context.database.read, { vendor: context.site.vendor, kind }, slice),
      save: (change, operation) => saveProduct(context, change, operation),
      read: (reference) => readProduct(context, reference),
      readAll: () => readProducts(context),
      image: (sha256) => imageOf(context, sha256),
    },
    orders: {
      list: (query) => listOrders(context, query),
      handOver: handOver(context),
      record: (id) => readOrderRecord(context, id),
      records: () => readOrderRecords(context),
    },
    customers: {
      noteChanges: (sql) => noteChanges(sql, context.now()),
      pages: (sql, since) => accountPages(sql, since && context.clock.unix(since)),
      save: (changes) => saveCustomers(context, changes),
      isEmail: isAccountEmail,
    },
    savePriceRules: (message) => savePriceRules(context, message),
  });

const imageOf = async ({ database, site: { imageFolder } }: VirtuemartContext, sha256: string) =>
  imageFolder === undefined ? undefined : readImage(database.read, imageFolder, sha256);
