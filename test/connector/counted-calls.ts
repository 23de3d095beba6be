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
