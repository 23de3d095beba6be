import { ApiError, type Client, createClient } from 'passerelle/client';
import type { newOrder } from './new-order.ts';
import type { Language } from './words.ts';

/** What the shop asks of the JSON API, in the visitor's language. All of it rejects with an ApiError. */
export interface ShopApi extends Reads {
  /** Its body is still to be read; however large it is, it is never held here. Undefined where there is none. */
  documentFile(number: string): Promise<Response | undefined>;
  /** Makes one order, however often it is called with the same key. */
  placeOrder(key: string, order: ReturnType<typeof newOrder>): Promise<Order>;
}

export function createShopApi({ api, token }: { api: string; token: string }, language: Language): ShopApi {
  const client = createClient({ url: api.replace(/\/api\/v1$/, ''), token, language, fetch: patiently });
  return {
    ...readsOf(client),
    async documentFile(number) {
      const path = `${api}/documents/${encodeURIComponent(number)}/file`;
      // Without an end to the patience: who saves a large file slowly is not cut off.
      const reply = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
      if (reply.ok) return reply;
      await reply.body?.cancel();
      if (reply.status === 404) return undefined;
      throw new Error(`the API answered ${reply.status} for the file of ${number}`);
    },
    placeOrder: (key, order) => client.post('/orders', { headers: { 'Idempotency-Key': key }, body: order }),
  };
}

const readsOf = (client: Client) => ({
  shop: () => client.get('/shop'),
  /** Those below one; without one, those at the top. */
  categories: (parent = 'top') => client.get('/categories', { query: { parent, limit: 500 } }),
  category: (id: string) => orNone(client.get('/categories/{id}', { params: { id } })),
  products: (query: { category?: string; search?: string; cursor?: string; limit: number }) =>
    client.get('/products', { query }),
  product: (reference: string) => orNone(client.get('/products/{reference}', { params: { reference } })),
  variants: (reference: string) =>
    client.get('/products/{reference}/variants', { params: { reference }, query: { limit: 400 } }),
  quote: (customer: string | undefined, lines: { reference: string; quantity: string }[]) =>
    client.post('/prices/quote', { body: { ...(customer !== undefined && { customer }), lines } }),
  customersOf: (email: string) => client.get('/customers', { query: { email } }),
  orders: (query: { customer?: string; email?: string; cursor?: string }) =>
    client.get('/orders', { query: { ...query, limit: 20 } }),
  order: (id: string) => orNone(client.get('/orders/{id}', { params: { id } })),
  documents: (query: { customer?: string; email?: string; number?: string; cursor?: string }) =>
    client.get('/documents', {
      query: { ...query, limit: 20, fields: ['number', 'type', 'date', 'file'] },
    }),
  image: (sha256: string, width: number) =>
    orNone(client.get('/images/{sha256}', { params: { sha256 }, query: { width } })),
});

type Reads = ReturnType<typeof readsOf>;
type Found<Name extends keyof Reads> = NonNullable<Awaited<ReturnType<Reads[Name]>>>;

/** Amounts and quantities are exact decimals, as texts. */
export type Product = Found<'product'>;
export type Category = Found<'category'>;
export type Quote = Found<'quote'>;
export type QuoteLine = Quote['lines'][number];
export type Customer = Found<'customersOf'>['items'][number];
export type Order = Found<'order'>;
export type SalesDocument = Found<'documents'>['items'][number];

const PATIENCE = 15_000;

const patiently: typeof fetch = (address, init) =>
  fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE) });

async function orNone<Content>(reply: Promise<Content>): Promise<Content | undefined> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
