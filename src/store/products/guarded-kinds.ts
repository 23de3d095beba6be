import type { Decimal } from '../../domain/decimal.ts';
import { type GuardedKind, guardedKindsOf } from '../../domain/guard.ts';
import type { SqlValue } from '../database.ts';
import type { Cells } from './columns.ts';
import type { Difference } from './difference.ts';

type Guarded = Cells<'active' | 'netPrice' | 'stock'>;

/** What a write does to a stored product that a run may not do to too many. */
export const guardedKinds = (before: Guarded, { row }: Difference): readonly GuardedKind[] =>
  row ? guardedKindsOf(valuesOf(before), valuesOf(row)) : [];

const valuesOf = ({ active, netPrice, stock }: Guarded) => ({
  active: active === null ? undefined : active === 1,
  netPrice: decimalOf(netPrice),
  stock: decimalOf(stock),
});

// What stands in a decimal's cell is a decimal.
const decimalOf = (cell: SqlValue): Decimal | undefined => (cell === null ? undefined : (cell as Decimal));
