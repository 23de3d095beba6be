import type { Selectable } from 'kysely';
import type { Decimal } from '../../../domain/decimal.ts';
import { byReference, folded, requireSingle } from '../../side/references.ts';
import { readSides } from '../../side/side-rows.ts';
import type { SideProduct, SideVariant } from '../../side/tables.ts';
import { decimalFromFloat } from '../floats.ts';
import { sideOf, type TheliaSql } from '../tables.ts';
import { type TheliaExtras, theliaExtras } from './extras.ts';
import type { NumberColumns } from './numbers.ts';

/** What Thelia holds of one product, with its texts in the main language. */
export interface ProductRow extends NumberColumns {
  readonly id: number;
  readonly reference: string;
  readonly rubrique: number;
  readonly stock: number;
  readonly ligne: number;
  /** `null`: it has no row of texts in that language. */
  readonly titre: string | null;
  readonly chapo: string | null;
  readonly description: string | null;
}

/** A product as stored: Thelia's row, and ours where there is one that is of this very product. */
export interface StoredProduct {
  readonly kind: 'product';
  readonly reference: string;
  readonly row: ProductRow;
  readonly side: SideProduct | undefined;
  readonly extras: TheliaExtras;
}

export type VariantRow = Selectable<SideVariant>;

export interface StoredVariant {
  readonly kind: 'variant';
  readonly reference: string;
  readonly row: VariantRow;
  readonly extras: TheliaExtras;
}

export type Stored = StoredProduct | StoredVariant;

/** Products with their texts, which may stand there twice: nothing keeps two rows of texts from being of one language. */
export const selectProducts = (sql: TheliaSql, language: number) =>
  sql
    .selectFrom('produit')
    .leftJoin('produitdesc as texts', (join) =>
      join.onRef('texts.produit', '=', 'produit.id').on('texts.lang', '=', language),
    )
    .select([
      'produit.id as id',
      'produit.ref as reference',
      'produit.rubrique as rubrique',
      'produit.stock as stock',
      'produit.ligne as ligne',
      'produit.prix as prix',
      'produit.ecotaxe as ecotaxe',
      'produit.tva as tva',
      'produit.poids as poids',
      'texts.titre as titre',
      'texts.chapo as chapo',
      'texts.description as description',
    ]);

type SelectedProduct = Awaited<ReturnType<ReturnType<typeof selectProducts>['execute']>>[number];

const FLOATS = ['prix', 'ecotaxe', 'tva', 'poids'] as const;

const rowFrom = (selected: SelectedProduct): ProductRow => {
  const numbers = FLOATS.map((name): [string, Decimal] => [name, decimalFromFloat(selected[name])]);
  return { ...selected, ...(Object.fromEntries(numbers) as unknown as NumberColumns) };
};

/** Each product once, with our own row beside Thelia's; products that have become variants are none any more. */
export async function storedProducts(
  sql: TheliaSql,
  selected: readonly SelectedProduct[],
): Promise<readonly StoredProduct[]> {
  if (selected.length === 0) return [];
  const rows = [...new Map(selected.toReversed().map((row) => [row.id, row])).values()].toReversed();
  const ids = rows.map(({ id }) => id);
  const sides = await readSides(sideOf(sql), rows);
  const former = await formerProducts(sql, ids);
  return rows
    .filter(({ id, reference }) => former.get(id) !== folded(reference))
    .map((row) => {
      const side = sides.get(row.id);
      return {
        kind: 'product',
        reference: row.reference,
        row: rowFrom(row),
        side,
        extras: theliaExtras(side),
      };
    });
}

/** The folded references of the variants that these products have become, by id. */
async function formerProducts(
  sql: TheliaSql,
  ids: readonly number[],
): Promise<ReadonlyMap<number | null, string>> {
  const rows = await sql
    .selectFrom('passerelle_variant')
    .select(['former_id as id', 'reference_key as key'])
    .where('former_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, key }) => [id, key]));
}

export const storedVariant = (row: VariantRow): StoredVariant => ({
  kind: 'variant',
  reference: row.reference,
  row,
  extras: theliaExtras(row),
});

interface Finding {
  readonly language: number;
  /** Until the transaction ends. */
  readonly locked: boolean;
}

/** The owners of these references, by folded reference. Rejects with `reference_collides` and, locked, `reference_ambiguous`. */
export async function findStored(
  sql: TheliaSql,
  references: readonly string[],
  { language, locked }: Finding,
): Promise<ReadonlyMap<string, Stored>> {
  const products = selectProducts(sql, language)
    .where('produit.ref', 'in', references)
    // Of several products of one reference the oldest is the one that is read: it comes last.
    .orderBy('produit.id', 'desc')
    .orderBy('texts.id');
  const variants = sql
    .selectFrom('passerelle_variant')
    .selectAll()
    .where('reference_key', 'in', references.map(folded));
  const foundProducts = await (locked ? products.forUpdate() : products).execute();
  const foundVariants = await (locked ? variants.forUpdate() : variants).execute();
  const stored = await storedProducts(sql, foundProducts);
  if (locked) requireSingle(stored.map(({ row }) => row).toReversed());
  const found = byReference<Stored>(references, stored);
  return new Map([...found, ...foundVariants.map((row) => [row.reference_key, storedVariant(row)] as const)]);
}
