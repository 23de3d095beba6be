import type { CustomerChange } from '../../domain/customer.ts';
import { PasserelleError } from '../../domain/error.ts';
import { type Decoded, problem } from '../../domain/problem.ts';
import { readCustomer } from '../../records/customer-record.ts';
import { readDocument } from '../../records/document-record.ts';
import type { RecordKind } from '../../records/kinds.ts';
import { type ImportedOrder, readOrder } from '../../records/order-record.ts';
import { readPriceRule } from '../../records/price-rule-record.ts';
import { readProduct } from '../../records/product-record.ts';
import type { SourceRecord } from '../../records/source-record.ts';
import type { Backoffice } from '../../shop/backoffice.ts';
import type { Shop } from '../../shop/shop.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import type { ImportReport } from './report.ts';

/** Enough that many writes share one commit. */
const MOST_IN_FLIGHT = 128;

/** As much of a store as an import needs. */
export interface ImportingStore {
  readonly shop: Pick<Shop, 'saveProduct' | 'saveCustomers' | 'savePriceRules' | 'saveSalesDocument'>;
  readonly backoffice: Pick<Backoffice, 'placeOrder' | 'saveShopCustomer'>;
}

export interface SaveContext {
  readonly store: ImportingStore;
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
  if ('problem' in record) {
    report.refused(record.problem, record.line);
    return undefined;
  }
  const result = read(record.value);
  if (result.ok) return result.value;
  const { field } = result.problem;
  const header = field && record.headers?.get(field.replace(/\[\d+\]/g, '.0'));
  report.refused(header ? { ...result.problem, field: header } : result.problem, record.line);
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

const notIncluded = (entity: string, record: string, field: string) =>
  problem('file_not_included', { entity, record, field });

function saveProducts(batches: Batches, { store, report }: SaveContext): Promise<void> {
  return saveEach(batches, report, {
    read: readProduct,
    keyOf: ({ change }) => change.reference,
    async save({ change, imageLeftOut }, line) {
      if (imageLeftOut) report.warned(notIncluded('product', change.reference, 'image'), line);
      report.saved(await store.shop.saveProduct(change, 'add_product'), line);
    },
  });
}

function saveDocuments(batches: Batches, { store, report }: SaveContext): Promise<void> {
  return saveEach(batches, report, {
    read: readDocument,
    keyOf: ({ change }) => change.number,
    async save({ change, fileLeftOut }, line) {
      if (fileLeftOut) report.warned(notIncluded('document', change.number, 'file'), line);
      report.saved(await store.shop.saveSalesDocument(change), line);
    },
  });
}

function saveOrders(batches: Batches, { store, report }: SaveContext): Promise<void> {
  return saveEach(batches, report, {
    read: readOrder,
    keyOf: ({ order }) => order.id,
    save: async (imported, line) => report.saved(await saveOrder(store, imported), line),
  });
}

/** An order that the ERP has taken already must not be offered to it again, so its past comes along in the same write. */
const saveOrder = ({ backoffice }: ImportingStore, { order, past }: ImportedOrder) =>
  backoffice.placeOrder(order, past);

/** The shop's own customers are saved first and one by one: the ERP's, at the end and at once, then find them. */
async function saveCustomers(batches: Batches, { store, report }: SaveContext): Promise<void> {
  const flight = createInFlight(MOST_IN_FLIGHT);
  const changes = customerChanges(batches, { store, report, flight });
  report.savedInBulk(await store.shop.saveCustomers(changes));
}

async function* customerChanges(
  batches: Batches,
  { store, report, flight }: SaveContext & { readonly flight: InFlight },
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
            const result = await store.backoffice.saveShopCustomer(own);
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

async function savePriceRules(batches: Batches, { store, report }: SaveContext): Promise<void> {
  report.savedInBulk(await store.shop.savePriceRules(priceRuleBatches(batches, report), 'merge'));
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
