import { useRead, type Ways } from '../../api/api.tsx';
import { isRefused } from '../../api/console-call.ts';

export type ShownProduct = Awaited<ReturnType<typeof readProduct>>;
export type Writers = NonNullable<Awaited<ReturnType<typeof readWriters>>>;
export type Variant = Awaited<ReturnType<typeof readVariants>>['items'][number];

const MOST_VARIANTS = 200;
const NOT_HERE = 501;

const FIELDS = [
  ...(['reference', 'kind', 'parent', 'name', 'netPrice', 'taxRate', 'ecotax', 'stock', 'active'] as const),
  ...(['available', 'ean13', 'upc', 'weight', 'width', 'height', 'depth', 'shortDescription'] as const),
  ...(['description', 'metaTitle', 'metaDescription', 'metaKeywords', 'category', 'axes'] as const),
  ...(['priceLevels', 'categoryPrices', 'customFields', 'image', 'translations', 'updatedAt'] as const),
] as const;

const readProduct = ({ api }: Ways, reference: string, signal: AbortSignal) =>
  api.get('/products/{reference}', { params: { reference }, query: { fields: [...FIELDS] }, signal });

const readVariants = ({ api }: Ways, reference: string, signal: AbortSignal) =>
  api.get('/products/{reference}/variants', {
    params: { reference },
    query: { limit: MOST_VARIANTS },
    signal,
  });

/** Undefined where the shop does not keep who wrote what. */
async function readWriters({ api }: Ways, reference: string, signal: AbortSignal) {
  try {
    return (await api.get('/products/{reference}/provenance', { params: { reference }, signal })).fields;
  } catch (error) {
    if (isRefused(error, NOT_HERE)) return undefined;
    throw error;
  }
}

export const useProduct = (reference: string) =>
  useRead(['product', reference], async (ways, signal) => {
    const [product, writers, variants] = await Promise.all([
      readProduct(ways, reference, signal),
      readWriters(ways, reference, signal),
      readVariants(ways, reference, signal),
    ]);
    return { product, writers: writers ?? {}, variants: variants.items };
  });
