import { type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import { defined } from '../../../domain/optional.ts';
import type { OrderLine } from '../../../domain/order.ts';
import { folded } from '../../side/references.ts';
import { decimalFromFloat } from '../floats.ts';
import { readChoices } from '../products/declinations.ts';
import { theliaExtras } from '../products/extras.ts';
import { net } from '../products/numbers.ts';
import type { Site } from '../site/site.ts';
import type { TheliaSql } from '../tables.ts';
import type { LineAmounts } from './totals.ts';

interface LineRow extends LineAmounts {
  readonly id: number;
  readonly order: number;
  readonly reference: string;
  readonly name: string;
}

/** What was bought of a product: a variant of the ERP's, or a value that it knows nothing of. */
type Bought = Pick<OrderLine, 'axis1' | 'axis2'> & { readonly reference?: string };

export interface ReadLine {
  readonly order: number;
  readonly amounts: LineAmounts;
  readonly line: OrderLine;
}

/** The lines of these orders, in their order. */
export async function readLines(
  sql: TheliaSql,
  site: Site,
  orders: readonly number[],
): Promise<readonly ReadLine[]> {
  const rows = await lineRows(sql, orders);
  const bought = await readBought(sql, site, rows);
  return rows.map((row) => {
    const { price, rate, quantity } = row;
    const { reference = row.reference, ...axes } = bought.get(row.id) ?? {};
    return {
      order: row.order,
      amounts: { price, rate, quantity },
      line: { reference, quantity, name: row.name, netUnitPrice: net(price, rate), taxRate: rate, ...axes },
    };
  });
}

async function lineRows(sql: TheliaSql, orders: readonly number[]): Promise<readonly LineRow[]> {
  const rows = await sql
    .selectFrom('venteprod')
    .select(['id', 'commande as order', 'ref as reference', 'titre as name', 'quantite', 'prixu', 'tva'])
    .where('commande', 'in', orders)
    .orderBy('id')
    .execute();
  return rows.map(({ quantite, prixu, tva, ...row }) => ({
    ...row,
    quantity: whole(quantite),
    price: decimalFromFloat(prixu),
    rate: decimalFromFloat(tva),
  }));
}

const whole = (quantity: number): Decimal => parseDecimal(String(quantity)) ?? ZERO;

/** In which values the lines were bought, by line. */
async function readBought(
  sql: TheliaSql,
  { languages }: Site,
  lines: readonly LineRow[],
): Promise<ReadonlyMap<number, Bought>> {
  if (lines.length === 0) return new Map();
  const rows = await sql
    .selectFrom('ventedeclidisp')
    .select(['venteprod as line', 'declidisp as value'])
    .where(
      'venteprod',
      'in',
      lines.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  const values = Map.groupBy(rows, ({ line }) => line);
  const ids = [...new Set(rows.map(({ value }) => value))];
  const choices = await readChoices(sql, ids, languages.main);
  const variants = await readVariants(sql, ids);
  const found = lines.flatMap((line): [number, Bought][] => {
    const own = (values.get(line.id) ?? []).map(({ value }) => value);
    const variant = own.map((value) => variants.get(variantKey(line.reference, value))).find(Boolean);
    const [axis1, axis2] = own.map((value) => choices.get(value)?.value);
    return own.length === 0 ? [] : [[line.id, variant ?? defined({ axis1, axis2 })]];
  });
  return new Map(found);
}

const variantKey = (product: string, value: number): string => `${value} ${folded(product)}`;

/** The ERP's variants that are these values, by product and value. */
async function readVariants(sql: TheliaSql, values: readonly number[]): Promise<ReadonlyMap<string, Bought>> {
  if (values.length === 0) return new Map();
  const rows = await sql
    .selectFrom('passerelle_variant as variant')
    .innerJoin('produit as product', 'product.id', 'variant.parent_id')
    .select(['variant.reference as reference', 'variant.value_id as value', 'variant.extras as extras'])
    .select('product.ref as product')
    .where('variant.value_id', 'in', values)
    .execute();
  return new Map(
    rows.map((row) => {
      const [axis1, axis2] = theliaExtras(row).axes.map(({ value }) => value);
      const bought: Bought = { reference: row.reference, ...defined({ axis1, axis2 }) };
      return [variantKey(row.product, row.value ?? 0), bought];
    }),
  );
}
