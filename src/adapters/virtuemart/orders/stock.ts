import { sql as raw } from 'kysely';
import { readStates } from '../site/states.ts';
import type { VirtuemartSql } from '../tables.ts';

/** What becomes of an order's goods in a state: reserved, out of the shop, or for sale still. */
const RESERVED = 'R';
const OUT = 'O';

interface StockMove {
  /** What is added, for each piece of the order. */
  readonly inStock: -1 | 0 | 1;
  readonly ordered: -1 | 0 | 1;
}

/** What VirtueMart does with the stock when an order's state is another one. */
export function stockMove(from: string, to: string): StockMove {
  const change = (handle: string): -1 | 0 | 1 => {
    if ((from === handle) === (to === handle)) return 0;
    return to === handle ? 1 : -1;
  };
  const out = change(OUT);
  return { inStock: out === 0 ? 0 : out === 1 ? -1 : 1, ordered: change(RESERVED) };
}

/** The goods of an order's lines go where the order's new state has them; each line says where it was. */
export async function moveStock(
  sql: VirtuemartSql,
  order: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const handles = new Map((await readStates(sql)).map(({ code, stock }) => [code, stock]));
  const lines = await sql
    .selectFrom('virtuemart_order_items')
    .select(['virtuemart_product_id as product', 'product_quantity as quantity', 'order_status as state'])
    .where('virtuemart_order_id', '=', order)
    .orderBy('virtuemart_product_id')
    .execute();
  const handleOf = (state: string): string => handles.get(state) ?? 'A';
  for (const { product, quantity, state } of lines) {
    const { inStock, ordered } = stockMove(handleOf(state ?? from), handleOf(to));
    if (!product || !quantity || (inStock === 0 && ordered === 0)) continue;
    await raw`UPDATE ${raw.table('virtuemart_products')} SET
        product_in_stock = product_in_stock + ${inStock * quantity},
        product_ordered = product_ordered + ${ordered * quantity},
        product_sales = product_sales - ${inStock * quantity}
      WHERE virtuemart_product_id = ${product}`.execute(sql);
  }
}
