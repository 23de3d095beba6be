import { parseDecimal, ZERO } from '../../domain/decimal.ts';
import { fail } from '../../domain/error.ts';
import type { OrderToImport } from '../../domain/order.ts';
import type { ProductOperation } from '../../domain/product.ts';
import type { SalesDocumentChange } from '../../domain/sales-document.ts';
import { ALL_CAPABILITIES, type Capabilities } from '../../shop/capabilities.ts';
import type { BulkResult, PriceRuleBatch, SaveResult, Shop } from '../../shop/shop.ts';
import { createBulkTally } from '../../shop/tally.ts';
import type { WrittenCompression } from '../../wire/compression/compress.ts';
import type { ListCodec, ProfileName, WireOptions } from '../../wire/messages/codec.ts';
import { addCustomerCodec } from '../../wire/messages/customers/add-customer.ts';
import { customersListCodec } from '../../wire/messages/customers/customers-list.ts';
import { addOrderCodec } from '../../wire/messages/documents/add-order.ts';
import { optionsListCodec, productsListCodec } from '../../wire/messages/lists/product-lists.ts';
import { addTrackingCodec } from '../../wire/messages/orders/add-tracking.ts';
import { ordersCodec } from '../../wire/messages/orders/orders.ts';
import { ordersListCodec } from '../../wire/messages/orders/orders-list.ts';
import { setOrderExportedCodec } from '../../wire/messages/orders/set-order-exported.ts';
import { addGrillesCodec } from '../../wire/messages/price-rules/add-grilles.ts';
import {
  addOptionCodec,
  addProductCodec,
  updateOptionCodec,
  updateProductCodec,
} from '../../wire/messages/products/product.ts';
import { DEFAULT_DIALECT, type Dialect } from './dialect.ts';
import { readPages } from './pages.ts';
import type { Timeouts } from './patience.ts';
import { callRemote, pushRemote, type Remote, sendRemote } from './remote-call.ts';
import { createTransport } from './transport.ts';

export interface RemoteShopOptions {
  /** The webservice's one URL. */
  readonly url: string;
  readonly key: string;
  /** How the shop spells its replies; `v3` by default. All profiles read both spellings where they can be told apart. */
  readonly profile?: ProfileName;
  /** Of `data`: `0` none (default), `1` zlib, `3` raw deflate. */
  readonly compression?: WrittenCompression;
  /** What the shop at the other end can keep; everything by default. The protocol cannot be asked. */
  readonly capabilities?: Partial<Capabilities>;
  /** How requests are written; DEFAULT_DIALECT where it says nothing. */
  readonly dialect?: Partial<Dialect>;
  /** How many products or options are asked for at once; 500 by default, as in the specification (seed §5). */
  readonly pageSize?: number;
  /** Takes any TLS certificate; by default it is verified. */
  readonly insecure?: boolean;
  /** In seconds: `connect` 10 until the connection stands, `silence` 120 without a byte. */
  readonly timeouts?: Partial<Timeouts>;
}

const PRODUCT_CODECS = {
  add_product: addProductCodec,
  update_product: updateProductCodec,
  add_option: addOptionCodec,
  update_option: updateOptionCodec,
} as const satisfies Record<ProductOperation, unknown>;

/**
 * The shop at the other end of a webservice, spoken to as the connector does. The protocol says less than the port: a
 * write that succeeded is reported as `updated` without warnings, a refusal is a `remote_error` with the shop's
 * sentence, an order that is read has no state, and a bulk message of which some records were refused rejects although
 * the others were saved. Nobody at the other end, or a 5xx, is `shop_unavailable`. Closing ends the connections that are
 * kept for the next call. Throws `option_invalid` for a `url` that is none.
 */
export function createRemoteShop(options: RemoteShopOptions): Shop {
  const remote = remoteFromOptions(options);
  const { pageSize = 500 } = options;
  return {
    capabilities: { ...ALL_CAPABILITIES, ...options.capabilities },
    listProducts: (slice) =>
      readPages((page) => callRemote(remote, productsListCodec, page), slice, pageSize),
    listOptions: (slice) => readPages((page) => callRemote(remote, optionsListCodec, page), slice, pageSize),
    async saveProduct(change, operation) {
      await callRemote(remote, PRODUCT_CODECS[operation], change);
      return SAVED;
    },
    listOrders: (query) => whole(remote, ordersListCodec, query),
    readOrder: (id) => readOrder(remote, id),
    confirmOrder: (id, finalState) =>
      callRemote(remote, setOrderExportedCodec, finalState === undefined ? { id } : { id, finalState }),
    async saveTracking(id, trackingNumber) {
      await callRemote(remote, addTrackingCodec, { id, trackingNumber });
      return SAVED;
    },
    listCustomers: (since) => whole(remote, customersListCodec, since === undefined ? {} : { since }),
    saveCustomers: async (changes) => bulkResult(await sendRemote(remote, addCustomerCodec, changes)),
    async savePriceRules(batches, mode) {
      // Whether a list is the whole truth is the shop's setting: the protocol cannot say it.
      if (mode === 'full') throw fail('unsupported', { field: 'full' });
      return bulkResult(await sendRemote(remote, addGrillesCodec, rulesOf(batches)));
    },
    saveSalesDocument: (change) => saveSalesDocument(remote, change),
    close: async () => remote.transport.close(),
  };
}

function remoteFromOptions(options: RemoteShopOptions): Remote {
  const { key, profile = 'v3', compression = '0' } = options;
  const dialect = { ...DEFAULT_DIALECT, ...options.dialect };
  const one = parseDecimal('1') ?? ZERO;
  const wire: WireOptions = {
    profile,
    unescapeQuotes: true,
    clearable: new Set(),
    taxGroups: new Map(),
    centimetresPerUnit: one,
    kilogramsPerUnit: one,
    vocabulary: dialect.vocabulary,
  };
  return { transport: createTransport(options), key, compression, dialect, wire };
}

const SAVED: SaveResult = { outcome: 'updated', warnings: [] };

function bulkResult(updated: number): BulkResult {
  const tally = createBulkTally();
  tally.count('updated', updated);
  return tally.result();
}

async function* rulesOf(batches: AsyncIterable<PriceRuleBatch>) {
  for await (const { rules } of batches) yield rules;
}

async function* whole<Request, Item>(
  remote: Remote,
  codec: ListCodec<Request, Item>,
  request: Request,
): AsyncGenerator<readonly Item[]> {
  yield await callRemote(remote, codec, request);
}

/** The protocol gives an order's state in the list only. */
async function readOrder(remote: Remote, id: string): Promise<OrderToImport> {
  const { placedAt, ...order } = await callRemote(remote, ordersCodec, { id });
  if (placedAt === undefined) throw fail('field_missing', { entity: 'order', record: id, field: 'date_add' });
  return { ...order, id, placedAt };
}

/** The piece's data go in an `add_order`, with the file unless something comes along that only a push can carry. */
async function saveSalesDocument(remote: Remote, change: SalesDocumentChange): Promise<SaveResult> {
  const { file, ...data } = change;
  const isPushed =
    file !== undefined && (!change.content || change.email !== undefined || change.erpId !== undefined);
  if (change.content) await callRemote(remote, addOrderCodec, isPushed ? data : change);
  if (isPushed) await pushRemote(remote, change);
  return SAVED;
}
