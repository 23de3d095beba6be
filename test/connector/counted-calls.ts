import { aroundEach } from '../../src/shop/decorate.ts';
import type { Shop } from '../../src/shop/shop.ts';

/** The same object, with `step` before each of its calls and after it is done. */
export function countedCalls<T extends object>(inner: T, step: () => void): T {
  return new Proxy(inner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...parameters: unknown[]) => {
        step();
        const result: unknown = Reflect.apply(value, target, parameters);
        return result instanceof Promise ? result.finally(step) : result;
      };
    },
  });
}

/** The same for a shop. */
export const countedShop = (inner: Shop, step: () => void): Shop =>
  aroundEach(inner, {
    list(_name, run) {
      step();
      return run();
    },
    call(_name, run) {
      step();
      return run().finally(step);
    },
  });
