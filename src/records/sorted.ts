/** The same object with its keys in one order, whatever order it came in. */
export const sortedByKey = <Value>(
  record: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
