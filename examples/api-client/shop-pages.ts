import { ApiError, createClient } from 'passerelle/client';

const api = createClient({
  url: process.env.SHOP_URL ?? 'http://127.0.0.1:8787',
  token: process.env.SHOP_TOKEN ?? '',
  language: 'fr',
});

/** A page of a category: what it shows, and where the next one begins. */
export async function categoryPage(category: string, cursor?: string) {
  const { items, next } = await api.get('/products', {
    query: {
      category,
      active: true,
      limit: 20,
      fields: ['reference', 'name', 'netPrice'],
      ...(cursor && { cursor }),
    },
  });
  return {
    lines: items.map(({ reference, name, netPrice }) => `${reference}  ${name}  ${netPrice} € HT`),
    next,
  };
}

/** A product with its variants; undefined where there is none. */
export async function productPage(reference: string) {
  try {
    const product = await api.get('/products/{reference}', { params: { reference } });
    const variants = await Array.fromAsync(
      api.all('/products/{reference}/variants', { params: { reference } }),
    );
    return { product, variants };
  } catch (error) {
    if (error instanceof ApiError && error.code === 'unknown_reference') return undefined;
    throw error;
  }
}

/** What a basket costs a customer, or somebody whom the shop does not know; tax included. */
export async function basketTotal(
  customer: string | undefined,
  lines: { reference: string; quantity: string }[],
) {
  const body = customer === undefined ? { lines } : { customer, lines };
  const { grossTotal } = await api.post('/prices/quote', { body });
  return grossTotal;
}

if (import.meta.main) console.log(await productPage(process.argv[2] ?? ''));
