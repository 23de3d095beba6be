import type { ProductChange, VariantChange } from '../../domain/product.ts';

/** An article for itself: what makes it a variant is the shop's to know (seed §3). */
export function withoutFamily(article: ProductChange): ProductChange {
  const { parent: _, axes: __, variants: ___, ...own } = article;
  return own;
}

/** What a variant's own row says that its parent's block has not said; undefined when that is nothing. */
export function beyondBlock(row: ProductChange, block: VariantChange): ProductChange | undefined {
  const { reference, fields, ...parts } = withoutFamily(row);
  const others = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && !(name in block.fields),
  );
  if (others.length === 0 && Object.keys(parts).length === 0) return undefined;
  return { reference, fields: Object.fromEntries(others), ...parts };
}

/** Without gammes: a variant's own row, with what only its parent's block says. */
export const withBlock = (row: ProductChange, block: VariantChange): ProductChange => ({
  ...withoutFamily(row),
  fields: { ...ownFields(block), ...row.fields },
});

/**
 * Without gammes: a variant that has no row of its own becomes an article, with what it shares with its parent and the
 * values of its axes behind the name.
 */
export function articleFromVariant(parent: ProductChange, variant: VariantChange): ProductChange {
  const { name, ...shared } = sharedFields(parent);
  const values = variant.axes.map(({ value }) => value);
  return {
    reference: variant.reference,
    fields: {
      ...shared,
      ...(typeof name === 'string' && { name: [name, ...values].join(' ') }),
      ...ownFields(variant),
    },
    ...(parent.categoryPath && { categoryPath: parent.categoryPath }),
  };
}

/** Not the stock: a parent's is no variant's. */
function sharedFields({ fields }: ProductChange): ProductChange['fields'] {
  const { stock: _, ean13: __, upc: ___, ...shared } = fields;
  return shared;
}

/** `null` says that the parent's value holds, which an article without a parent cannot say. */
const ownFields = ({ fields }: VariantChange): VariantChange['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
