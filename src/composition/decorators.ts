import type { Decorator } from '../shop/decorate.ts';
import type { Shop } from '../shop/shop.ts';
import { loadDefault } from './load-module.ts';
import type { DecoratorSpec } from './shop-spec.ts';

export interface LoadedDecorator {
  readonly decorator: Decorator;
  readonly options: unknown;
}

const EXPECTED = 'export default (shop, options) => shop';

/** Rejects with `file_unreadable`. */
export const loadDecorators = (specs: readonly DecoratorSpec[]): Promise<readonly LoadedDecorator[]> =>
  Promise.all(
    specs.map(async ({ module, options }) => ({
      decorator: await loadDefault<Decorator>(module, EXPECTED),
      options,
    })),
  );

/** The first stands before all others. */
export async function decorated(shop: Shop, decorators: readonly LoadedDecorator[]): Promise<Shop> {
  let outer = shop;
  for (const { decorator, options } of decorators.toReversed()) outer = await decorator(outer, options);
  return outer;
}
