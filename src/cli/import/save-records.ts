import { shopSideOf } from '../../composition/opened-shop.ts';
import type { CustomerChange } from '../../domain/customer.ts';
import type { Entity } from '../../domain/entity.ts';
import { PasserelleError } from '../../domain/error.ts';
import type { Origin } from '../../domain/origin.ts';
import { type Decoded, problem } from '../../domain/problem.ts';
import { readCustomer } from '../../records/customer-record.ts';
import { readDocument } from '../../records/document-record.ts';
import type { RecordKind } from '../../records/kinds.ts';
import { readOrder } from '../../records/order-record.ts';
import { readPriceRule } from '../../records/price-rule-record.ts';
import { readProduct } from '../../records/product-record.ts';
import { decodeRecord, type SourceRecord } from '../../records/source-record.ts';
import type { Shop } from '../../shop/shop.ts';
import type { ShopSide } from '../../shop/shop-side.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import type { ImportReport } from './report.ts';

/** Enough that many writes share one commit. */
const MOST_IN_FLIGHT = 128;

const ORIGIN: Origin = { by: 'import' };

/** As much of an opened shop as an import needs. */
export interface ImportingShop {
  readonly shop: Pick<Shop, 'saveProduct' | 'saveCustomers' | 'savePriceRules' | 'saveSalesDocument'>;
  readonly shopSide?: Pick<ShopSide, 'placeOrder' | 'saveShopCustomer'> | undefined;
}

export interface SaveContext {
  readonly into: ImportingShop;
  readonly report: ImportReport;
}

type Batches = AsyncIterable<readonly SourceRecord[]>;

/** Saves the records of one file. Rejects when the store fails; a record that is wrong is reported and left out. */
export const SAVERS: Readonly<Record<RecordKind, (batches: Batches, context: SaveContext) => Promise<void>>> =
  {
    products: saveProducts,
    customers: saveCustomers,
    'price-rules': savePriceRules,
    orders: saveOrders,
    documents: saveDocuments,
  };

/** The record's value, or undefined when it was refused (and reported, in the file's own words). */
function accepted<T>(
  record: SourceRecord,
  read: (value: unknown) => Decoded<T>,
  report: ImportReport,
): T | undefined {
  const result = decodeRecord(record, read);
  if (result.ok) return result.value;
  report.refused(result.problem, record.line);
  return undefined;
}

/** A record that the shop refuses is reported; when the store itself fails, the import ends. */
async function refusable(work: () => Promise<void>, report: ImportReport, line: number): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PasserelleError) || error.retryable || error.code === 'internal') throw error;
    report.refused(error.problem, line);
  }
}

/** Reads each record and saves it, many at a time. */
async function saveEach<T>(
  batches: Batches,
  report: ImportReport,
  { read, keyOf, save }: Saving<T>,
): Promise<void> {
  const flight = createInFlight(MOST_IN_FLIGHT);
  for await (const batch of batches) {
    for (const record of batch) {
      const value = accepted(record, read, report);
      if (value !== undefined) {
        await flight.add(keyOf(value), () => refusable(() => save(value, record.line), report, record.line));
      }
    }
  }
  await flight.settled();
}

interface Saving<T> {
  read(value: unknown): Decoded<T>;
  keyOf(value: T): string;
  save(value: T, line: number): Promise<void>;
}

const notIncluded = (entity: Entity, record: string, field: string) =>
  problem('file_not_included', { entity, record, field });

function saveProducts(batches: Batches, { into, report }: SaveContext): Promise<void> {
  return saveEach(batches, report, {
    read: readProduct,
    keyOf: ({ change }) => change.reference,
    async save({ change, imageLeftOut }, line) {
      if (imageLeftOut) report.warned(notIncluded('product', change.reference, 'image'), line);
      report.saved(await into.shop.saveProduct(change, 'add_product', ORIGIN), line);
    },
  });
}

function saveDocuments(batches: Batches, { into, report }: SaveContext): Promise<void> {
  return saveEach(batches, report, {
    read: readDocument,
    keyOf: ({ change }) => change.number,
    async save({ change, fileLeftOut }, line) {
      if (fileLeftOut) report.warned(notIncluded('sales_document', change.number, 'file'), line);
      report.saved(await into.shop.saveSalesDocument(change, ORIGIN), line);
    },
  });
}

async function saveOrders(batches: Batches, { into, report }: SaveContext): Promise<void> {
  const shopSide = shopSideOf(into);
  await saveEach(batches, report, {
    read: readOrder,
    keyOf: ({ order }) => order.id,
    // An order that the ERP has taken already must not be offered to it again: its past comes along in the same write.
    save: async ({ order, past }, line) => report.saved(await shopSide.placeOrder(order, past, ORIGIN), line),
  });
}

/** The shop's own customers are saved first and one by one: the ERP's, at the end and at once, then find them. */
async function saveCustomers(batches: Batches, { into, report }: SaveContext): Promise<void> {
  const flight = createInFlight(MOST_IN_FLIGHT);
  const changes = customerChanges(batches, { into, report, flight });
  report.savedInBulk(await into.shop.saveCustomers(changes, ORIGIN));
}

async function* customerChanges(
  batches: Batches,
  { into, report, flight }: SaveContext & { readonly flight: InFlight },
): AsyncGenerator<readonly CustomerChange[]> {
  for await (const batch of batches) {
    const changes: CustomerChange[] = [];
    for (const record of batch) {
      const { own, erp } = accepted(record, readCustomer, report) ?? {};
      if (erp) changes.push(erp);
      if (!own) continue;
      await flight.add(own.id, () =>
        refusable(
          async () => {
            const result = await shopSideOf(into).saveShopCustomer(own, ORIGIN);
            // A customer with both parts is counted once, as the ERP's.
            if (!erp) report.saved(result, record.line);
          },
          report,
          record.line,
        ),
      );
    }
    if (changes.length > 0) yield changes;
  }
  await flight.settled();
}

async function savePriceRules(batches: Batches, { into, report }: SaveContext): Promise<void> {
  report.savedInBulk(await into.shop.savePriceRules(priceRuleBatches(batches, report), 'merge', ORIGIN));
}

async function* priceRuleBatches(batches: Batches, report: ImportReport) {
  for await (const batch of batches) {
    const rules = batch.flatMap((record) => {
      const rule = accepted(record, readPriceRule, report);
      if (rule !== 'retired') return rule ?? [];
      report.skipped(problem('retired_skipped', {}), record.line);
      return [];
    });
    if (rules.length > 0) yield { rules, keep: [] };
  }
}
