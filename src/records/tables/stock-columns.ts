import { PRODUCT_COLUMNS } from './product-columns.ts';
import type { Target } from './synonyms.ts';

const STOCK_PATHS: ReadonlySet<string> = new Set(['reference', 'stock']);

/** A table of quantities names them as a table of articles does. */
export const STOCK_COLUMNS: ReadonlyMap<string, Target> = new Map(
  [...PRODUCT_COLUMNS].filter(([, { path }]) => STOCK_PATHS.has(path)),
);
