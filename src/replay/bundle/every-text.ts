/** The same value with every text in it replaced, however deep; names of fields stay. */
export function everyText<T>(value: T, replace: (text: string) => string): T;
export function everyText(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((one) => everyText(one, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, everyText(inner, replace)]));
}
