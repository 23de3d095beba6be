import { expect, test } from 'vitest';
import { stockMove } from './stock.ts';

test.each([
  ['A', 'R', 0, 1],
  ['R', 'O', -1, -1],
  ['A', 'O', -1, 0],
  ['O', 'A', 1, 0],
  ['O', 'R', 1, 1],
  ['R', 'A', 0, -1],
  ['R', 'R', 0, 0],
  ['', 'O', -1, 0],
])('goods of an order from %j to %s: %i in stock, %i ordered', (from, to, inStock, ordered) => {
  expect(stockMove(from, to)).toEqual({ inStock, ordered });
});
