import fc from 'fast-check';
import type { Origin } from '../../domain/origin.ts';
import {
  type Image,
  PRODUCT_FIELDS,
  type ProductChange,
  type ProductFields,
  type ProductOperation,
  type ProductTexts,
  TEXT_FIELDS,
  type VariantChange,
} from '../../domain/product.ts';
import type { ContractSubject } from '../contract/subject.ts';
import { changes, combined, decimal, names, ofKinds, positive, text } from './values.ts';

type Limits = NonNullable<ContractSubject['limits']>;

/** Few, so that records meet; one is longer than what a problem quotes. */
const REFERENCES = ['A', 'a', 'AB 12/L', 'É&O-1', '7412AGSVW', 'P', 'L'.repeat(90)] as const;
export const reference = fc.constantFrom<string>(...REFERENCES);
export const CATEGORIES = ['Grossistes', 'Détail'] as const;

const image: fc.Arbitrary<Image> = fc
  .uint8Array({ minLength: 4, maxLength: 12 })
  .map((rest) => ({ type: 'image/png', bytes: Uint8Array.from([...PNG_HEAD, ...rest]) }));
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

const axis = fc.record({ name: fc.constantFrom('Couleur', 'Taille'), value: text });
const axes = fc.uniqueArray(axis, { minLength: 1, maxLength: 2, selector: ({ name }) => name });

const variant: fc.Arbitrary<VariantChange> = fc.record({
  reference,
  axes,
  fields: changes(
    { netPrice: decimal.filter((price) => price !== '0'), stock: decimal, weight: positive },
    { clearing: false },
  ),
});

const parts = (limits: Limits) => {
  const clearing = limits.clearing_parts === undefined;
  const emptied = <Value>(values: fc.Arbitrary<Value>) =>
    clearing ? fc.option(values, { freq: 4 }) : values;
  const price = emptied(decimal);
  const texts = changes<ProductTexts>(ofKinds(TEXT_FIELDS), { clearing });
  const categoryPrice = fc.record({ category: fc.constantFrom<string>(...CATEGORIES), netPrice: positive });
  return {
    categoryPath: fc.array(fc.constantFrom('Jouets', 'Bois', 'Soldes'), {
      minLength: clearing ? 0 : 1,
      maxLength: 3,
    }),
    translations: fc.dictionary(fc.constantFrom('en-gb', 'de'), texts, { maxKeys: 2 }),
    priceLevels: fc.record({ 2: price, 3: price, 4: price, 5: price }, { requiredKeys: [] }),
    categoryPrices: fc.uniqueArray(categoryPrice, { maxLength: 2, selector: ({ category }) => category }),
    customFields: names(['xx_marque', 'xx_saison', '__proto__'], { clearing }),
    image: emptied(image),
    variants: fc.uniqueArray(variant, { maxLength: 3, selector: (one) => one.reference }),
  };
};

function productChange(limits: Limits): fc.Arbitrary<ProductChange> {
  const fields = changes<ProductFields>(ofKinds(PRODUCT_FIELDS), {
    clearing: limits.clearing_fields === undefined,
  });
  return combined(fc.record({ reference, fields }), fc.record(parts(limits), { requiredKeys: [] }));
}

const origin = fc.constantFrom<Origin>(
  { by: 'erp', exchange: 'e1' },
  { by: 'erp', exchange: 'e2' },
  { by: 'import' },
);

export interface ProductSave {
  readonly change: ProductChange;
  readonly operation: ProductOperation;
  readonly origin: Origin;
}

/** Only an option names a parent; the other operations write to whatever owns the reference. */
export function productSave(limits: Limits): fc.Arbitrary<ProductSave> {
  const option = combined(productChange(limits), fc.record({ parent: reference }));
  const plain = fc.constantFrom<ProductOperation>(
    'add_product',
    'add_product',
    'update_product',
    'update_option',
  );
  const withParent = fc.constantFrom<ProductOperation>('add_option', 'update_option');
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ change: productChange(limits), operation: plain, origin }) },
    { weight: 1, arbitrary: fc.record({ change: option, operation: withParent, origin }) },
  );
}
