import { ZERO } from '../../../domain/decimal.ts';
import type { Order } from '../../../domain/order.ts';
import {
  PRODUCT_FIELDS,
  type Product,
  type ProductChange,
  type ProductField,
} from '../../../domain/product.ts';
import type { Capabilities } from '../../../shop/capabilities.ts';
import { decorate } from '../../../shop/decorate.ts';
import type { ShopReader } from '../../../shop/reader.ts';
import { keptCustomer, keptOrder } from '../../../testing/contract/kept.ts';
import { createMemoryShop, type MemoryShop, type MemoryShopOptions } from '../../../testing/memory-shop.ts';

/** A shop that really cannot keep more than its capabilities say: it fails when it is asked to. */
export function createModestShop(capabilities: Capabilities, options: MemoryShopOptions): MemoryShop {
  const memory = createMemoryShop(options);
  const spelled = createSpelling(capabilities);
  const shop = decorate(memory.shop, {
    capabilities,
    saveProduct(change, operation) {
      const beyond = whatIsBeyond(change, capabilities);
      if (beyond.length > 0) throw new Error(`asked to keep ${beyond.join(', ')}`);
      return memory.shop.saveProduct(spelledAlike(change, spelled), operation);
    },
    saveCustomers: () => never('saveCustomers'),
    savePriceRules: () => never('savePriceRules'),
    saveSalesDocument: () => never('saveSalesDocument'),
    ...(!capabilities.tracking && { saveTracking: () => never('saveTracking') }),
  });
  const subject = { shop };
  return {
    ...memory,
    shop,
    reader: createReader(memory.reader, capabilities, spelled),
    seed: {
      ...memory.seed,
      order: (order: Order) => memory.seed.order(keptOrder(subject, order)),
      customer: (customer) => memory.seed.customer(keptCustomer(subject, customer)),
    },
  };
}

function never(operation: string): never {
  throw new Error(`asked for ${operation}`);
}

type Spelling = (reference: string) => string;

/** The spelling under which a reference came first. */
function createSpelling({ references }: Capabilities): Spelling {
  const first = new Map<string, string>();
  return (reference) => {
    if (references === 'exact') return reference;
    const folded = reference.toLowerCase();
    if (!first.has(folded)) first.set(folded, reference);
    return first.get(folded) ?? reference;
  };
}

function spelledAlike(change: ProductChange, spelled: Spelling): ProductChange {
  const { parent, variants } = change;
  return {
    ...change,
    reference: spelled(change.reference),
    ...(parent !== undefined && { parent: spelled(parent) }),
    ...(variants && {
      variants: variants.map((variant) => ({ ...variant, reference: spelled(variant.reference) })),
    }),
  };
}

function whatIsBeyond(change: ProductChange, capabilities: Capabilities): readonly string[] {
  const { fields, categoryPath, translations, priceLevels, categoryPrices, customFields } = change;
  const { image, variants = [], parent, axes } = change;
  const { categoryLevels = Number.POSITIVE_INFINITY } = capabilities;
  const parts: Readonly<Record<string, boolean>> = {
    categoryPath:
      categoryPath !== undefined && (categoryLevels === 0 || categoryPath.length > categoryLevels),
    translations: translations !== undefined && !capabilities.translations,
    categoryPrices: categoryPrices !== undefined && !capabilities.categoryPrices,
    customFields: customFields !== undefined && !capabilities.customFields,
    image: image !== undefined && !capabilities.images,
    variants: (variants.length > 0 || parent !== undefined || axes !== undefined) && !capabilities.variants,
  };
  const levels = Object.keys(priceLevels ?? {}).filter(
    (level) => !capabilities.priceLevels.map(String).includes(level),
  );
  return [
    ...Object.keys(parts).filter((name) => parts[name]),
    ...levels.map((level) => `priceLevels.${level}`),
    ...[fields, ...variants.map((variant) => variant.fields)].flatMap((said) =>
      Object.entries(said).flatMap(([name, value]) => (canHold(name, value, capabilities) ? [] : [name])),
    ),
  ];
}

function canHold(
  name: string,
  value: unknown,
  { productFields, emptyFields, digits }: Capabilities,
): boolean {
  const isIn = (names: readonly string[]) => names.includes(name);
  if (!isIn(productFields) || (value === null && !isIn(emptyFields))) return false;
  const length = name === 'stock' ? digits.stock : isIn(['netPrice', 'ecotax']) ? digits.money : undefined;
  if (!length || typeof value !== 'string') return true;
  const [whole = '', part = ''] = value.replace(/^-?0?/, '').split('.');
  return part.length <= length.scale && whole.length <= length.precision - length.scale;
}

function createReader(inner: ShopReader, capabilities: Capabilities, spelled: Spelling): ShopReader {
  const always = capabilities.productFields.filter((name) => !capabilities.emptyFields.includes(name));
  const filled = (product: Product): Product => ({
    ...product,
    fields: {
      ...Object.fromEntries(always.map((name) => [name, ANY_VALUE[PRODUCT_FIELDS[name]]])),
      ...product.fields,
    },
  });
  return {
    ...inner,
    async product(reference) {
      const found = await inner.product(spelled(reference));
      return found && filled(found);
    },
    async *products() {
      for await (const batch of inner.products()) yield batch.map(filled);
    },
    async order(id) {
      const found = await inner.order(id);
      return found && (capabilities.orderHistory ? found : { ...found, history: [] });
    },
  };
}

/** What a column that is never empty holds before anything is said. */
const ANY_VALUE = { text: '', decimal: ZERO, boolean: false } as const satisfies Record<
  (typeof PRODUCT_FIELDS)[ProductField],
  unknown
>;
