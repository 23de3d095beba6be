import { type Decimal, ZERO } from '../../../domain/decimal.ts';
import { fail } from '../../../domain/error.ts';
import type { RecordChange } from '../../side/family.ts';
import { type RowChanges, rowChanges } from './fields.ts';
import type { ProductRow, StoredProduct } from './rows.ts';
import type { Place, Saving } from './saving.ts';

/** A product or variant of whom nothing is stored, with what HikaShop's columns hold by themselves. */
export const newProduct = (reference: string): StoredProduct => ({
  row: { ...NEW_ROW, reference },
  reference,
  side: undefined,
});

const NEW_ROW: Omit<ProductRow, 'reference'> = {
  id: 0,
  product_type: '',
  product_parent_id: 0,
  product_name: '',
  product_description: '',
  product_page_title: '',
  product_meta_description: '',
  product_keywords: '',
  product_quantity: -1,
  // As HikaShop's own form has it: what the ERP adds is to be seen.
  product_published: 1,
  product_tax_id: 0,
  product_weight: '0',
  product_weight_unit: 'kg',
  product_width: '0',
  product_length: '0',
  product_height: '0',
  product_dimension_unit: 'cm',
};

/** The product's own columns that have to change. Rejects with `tax_rate_unknown`. */
export async function columnChanges(
  saving: Saving,
  { reference, fields }: RecordChange,
  { stored, place }: { readonly stored: StoredProduct | undefined; readonly place: Place },
): Promise<RowChanges> {
  const target = stored ?? newProduct(reference);
  const { product_type, product_parent_id, product_tax_id } = target.row;
  const tax = await taxCategory(saving, { reference, rate: fields.taxRate, before: product_tax_id });
  return {
    ...rowChanges(target, fields),
    ...(tax !== product_tax_id && { product_tax_id: tax }),
    ...(place.kind !== product_type && { product_type: place.kind }),
    ...(place.parentId !== product_parent_id && { product_parent_id: place.parentId }),
  };
}

/** Rejects with `tax_rate_unknown`: a product at another rate than the ERP's would be sold at a wrong price. */
async function taxCategory(
  { sql, site: { taxes } }: Saving,
  { reference, rate, before }: { reference: string; rate: Decimal | null | undefined; before: number },
): Promise<number> {
  if (rate === undefined) return before;
  if (rate === null) return 0;
  const category = await taxes.categoryOf(sql, rate, before);
  if (category !== undefined) return category;
  if (rate === ZERO) return 0;
  const expected = (await taxes.rates(sql)).join(', ');
  throw fail('tax_rate_unknown', {
    entity: 'product',
    record: reference,
    field: 'taxRate',
    value: rate,
    expected,
  });
}
