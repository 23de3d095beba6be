import { type Decimal, parseDecimal, round, subtract, ZERO } from '../../domain/decimal.ts';
import type { SideProduct } from './tables.ts';

/** The most that an `int` holds. */
const MOST = 2_147_483_647;

/**
 * What a CMS can show of a stock: whole pieces that there are. Half a piece is none, and less than nothing is nothing:
 * to HikaShop -1 would even mean that there are as many as anybody wants.
 */
export function shownStock(stock: Decimal): number {
  const nearest = round(stock, 0);
  const whole = subtract(stock, nearest).startsWith('-') ? Number(nearest) - 1 : Number(nearest);
  return Math.min(Math.max(whole, 0), MOST);
}

type StockSide = Pick<SideProduct, 'stock' | 'stock_shown'>;

/** The stock as the ERP said it, unless the CMS has sold or changed something since. `shown`: its column, if it keeps a stock. */
export function storedStock(shown: number | undefined, side: StockSide | undefined): Decimal | undefined {
  if (shown === undefined) return undefined;
  if (side && side.stock !== null && side.stock_shown === shown) return parseDecimal(side.stock) ?? ZERO;
  return parseDecimal(String(shown));
}

/** What the side table keeps of a stock that the column cannot show as it is. */
export const stockSide = (stock: Decimal): StockSide => {
  const shown = shownStock(stock);
  return stock === String(shown) ? { stock: null, stock_shown: null } : { stock, stock_shown: shown };
};
