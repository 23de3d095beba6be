type Optional<Name extends string, T> = { readonly [Key in Name]?: T };

/** `{ [name]: value }`, or nothing where there is none. */
export const defined = <Name extends string, T>(name: Name, value: T | undefined): Optional<Name, T> =>
  (value === undefined ? {} : { [name]: value }) as Optional<Name, T>;

/** A list that has something in it, else nothing. */
export const filledList = <Name extends string, T>(name: Name, list: readonly T[]) =>
  defined(name, list.length === 0 ? undefined : list);

/** An object that has something in it, else nothing. */
export const filledRecord = <Name extends string, T extends object>(name: Name, record: T) =>
  defined(name, Object.keys(record).length === 0 ? undefined : record);

/** A text that is not empty, else nothing. */
export const filledText = <Name extends string>(name: Name, text: string) =>
  defined(name, text === '' ? undefined : text);

/** The same object with its keys in one order, whatever order it came in. */
export const sortedByKey = <Value>(
  record: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
