import { OPERATION_NAMES, OPERATIONS, type OperationName, type Operations } from './operations.ts';
import type { Shop } from './shop.ts';

/** Stands before a shop, and is one itself. */
export type Decorator = (inner: Shop, options: unknown) => Shop | Promise<Shop>;

/**
 * The same shop with some of its parts replaced; all others go on to `inner`, which may be an instance of a class and may
 * have getters. `(inner, options) => decorate(inner, …)` is the form of every decorator.
 */
export function decorate(inner: Shop, changes: Partial<Shop>): Shop {
  const operations = OPERATION_NAMES.map((name) => {
    const replaced = changes[name];
    return [name, replaced ? replaced.bind(changes) : calling(inner, name)];
  });
  return {
    ...(Object.fromEntries(operations) as Operations),
    get capabilities() {
      return changes.capabilities ?? inner.capabilities;
    },
    close: () => (changes.close ? changes.close() : inner.close()),
  };
}

/** Looked up at each call, on its own object: a method may use `this`, and a getter may give another one later. */
const calling =
  (inner: Shop, name: OperationName) =>
  (...parameters: readonly unknown[]) =>
    Reflect.apply(inner[name], inner, parameters);

/** What stands around calls, whichever operation they are of; `run` goes on to the inner shop. */
export interface Around {
  /** Around a list. */
  list<Item>(name: OperationName, run: () => AsyncIterable<Item>): AsyncIterable<Item>;
  /** Around all that a promise answers: what is read, what is written, bulk messages. */
  call<Result>(name: OperationName, run: () => Promise<Result>): Promise<Result>;
}

/** The same shop with `around` around its operations, or around those that are named. */
export function aroundEach(inner: Shop, around: Around, names = OPERATION_NAMES): Shop {
  const changes = names.map((name) => {
    const go = calling(inner, name);
    const changed = (...parameters: readonly unknown[]) =>
      OPERATIONS[name].kind === 'list'
        ? around.list(name, () => go(...parameters))
        : around.call(name, () => go(...parameters));
    return [name, changed];
  });
  return decorate(inner, Object.fromEntries(changes) as Partial<Operations>);
}
