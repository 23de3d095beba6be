import { ZERO } from '../domain/decimal.ts';
import type { Axis, ProductChange, ProductFields, VariantChange } from '../domain/product.ts';
import type { Read } from './erp-source.ts';

type Batches = AsyncIterable<readonly Read<ProductChange>[]>;
type Blocks = Map<string, VariantChange[]>;

/**
 * Articles with their gammes, of rows that each say one article. A row that names a `parent` and says axes joins its
 * parent's `variants`; what a block cannot carry (name, EAN …) follows as an article of its own that names the parent.
 * A variant whose parent has no row is an article of its own with all that it says.
 *
 * Reads the rows twice: first the variants, which are held in memory, then the articles, which are not. For the first
 * time `firstRows` may give less: rows without a parent and whatever a block cannot carry are not needed yet.
 */
export async function* withGammes(
  rows: () => Batches,
  firstRows: () => Batches = rows,
): AsyncGenerator<readonly Read<ProductChange>[], void, undefined> {
  const orphans = await blocksByParent(firstRows());
  const blocks: ReadonlyMap<string, readonly VariantChange[]> = new Map(orphans);
  for await (const batch of rows()) {
    for (const read of batch) if (isParent(read)) orphans.delete(read.value.reference);
    const grouped = batch.flatMap((read) => grouping(read, blocks));
    if (grouped.length > 0) yield grouped;
  }
  for (const [parent, variants] of orphans)
    yield variants.map((variant) => ({ value: { parent, ...variant } }));
}

async function blocksByParent(rows: Batches): Promise<Blocks> {
  const blocks: Blocks = new Map();
  const known = axisCache();
  for await (const batch of rows)
    for (const read of batch) {
      const variant = 'value' in read ? variantFromRow(read.value, known) : undefined;
      if (!variant) continue;
      const block = blocks.get(variant.parent);
      if (block) block.push(variant.change);
      else blocks.set(variant.parent, [variant.change]);
    }
  return blocks;
}

const isParent = (read: Read<ProductChange>): read is { readonly value: ProductChange } =>
  'value' in read && read.value.parent === undefined;

function grouping(
  read: Read<ProductChange>,
  blocks: ReadonlyMap<string, readonly VariantChange[]>,
): readonly Read<ProductChange>[] {
  if (!('value' in read)) return [read];
  const { value } = read;
  const variants = value.parent === undefined ? blocks.get(value.reference) : undefined;
  if (variants) return [{ value: { ...value, variants } }];
  if (!isVariant(value)) return [read];
  const rest = withoutBlockFields(value);
  return rest ? [{ value: rest }] : [];
}

type VariantRow = ProductChange & { readonly parent: string; readonly axes: readonly Axis[] };

const isVariant = (row: ProductChange): row is VariantRow =>
  row.parent !== undefined && row.axes !== undefined && row.axes.length > 0;

function variantFromRow(
  row: ProductChange,
  known: (axis: Axis) => Axis,
): { parent: string; change: VariantChange } | undefined {
  if (!isVariant(row)) return undefined;
  const { reference, axes, fields, parent } = row;
  const { netPrice, stock, weight } = fields;
  const own = {
    ...(netPrice !== undefined && { netPrice: netPrice === ZERO ? null : netPrice }),
    ...(stock !== undefined && { stock }),
    ...(weight !== undefined && { weight }),
  } satisfies VariantChange['fields'];
  return { parent, change: { reference, axes: axes.map(known), fields: own } };
}

/** What a row of a variant says beside its block; undefined when that is nothing. */
function withoutBlockFields(row: VariantRow): ProductChange | undefined {
  const { axes: _, fields, reference, parent, ...parts } = row;
  const { netPrice: _netPrice, stock: _stock, weight: _weight, ...rest } = fields;
  if (Object.keys(rest).length === 0 && Object.keys(parts).length === 0) return undefined;
  return {
    reference,
    parent,
    fields: rest satisfies Partial<Record<keyof ProductFields, unknown>>,
    ...parts,
  };
}

/** A size or a colour comes back in thousands of variants: one object for each. */
function axisCache(): (axis: Axis) => Axis {
  const axes = new Map<string, Axis>();
  return (axis) => {
    const key = `${axis.name}\u0000${axis.value}`;
    const known = axes.get(key);
    if (known) return known;
    axes.set(key, axis);
    return axis;
  };
}
