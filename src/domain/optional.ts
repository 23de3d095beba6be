type OptionalKeys<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Key : never }[keyof T];

/** `T` with its fields that may be undefined left out where they are. */
type Defined<T> = Omit<T, OptionalKeys<T>> & { [Key in OptionalKeys<T>]?: Exclude<T[Key], undefined> };

/**
 * The fields that have a value, of an object whose names are written out: what is not known is absent from a record,
 * never `undefined`. As fast as spreading each field under a condition, which a million price rules need.
 */
export function defined<T extends object>(fields: T): Defined<T> {
  const kept: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined) kept[name] = fields[name];
  return kept as Defined<T>;
}

/** Nothing in place of an empty text, list or record. */
export function filled<T extends string | object>(value: T | undefined): T | undefined {
  const isEmpty = typeof value === 'object' ? Object.keys(value).length === 0 : value === '';
  return isEmpty ? undefined : value;
}
