import { isDeepStrictEqual } from 'node:util';
import type { Product } from '../../domain/product.ts';
import { valuesByPath } from '../../domain/product-values.ts';

/** Of what two records of one product do not have alike. */
export function changedPaths(before: Product, after: Product): readonly string[] {
  const [was, is] = [valuesByPath(before), valuesByPath(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (path) => !isDeepStrictEqual(was.get(path), is.get(path)),
  );
}
