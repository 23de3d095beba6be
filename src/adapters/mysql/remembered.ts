/** What changes rarely in a CMS. */
export interface Remembered<Sql, Value> {
  /** Not older than a minute. */
  get(sql: Sql): Promise<Value>;
  /** What `look` finds; where it finds nothing, what it finds in what is read anew: somebody may have just added it. */
  find<T>(sql: Sql, look: (value: Value) => T | undefined): Promise<T | undefined>;
}

const LIFE_MS = 60_000;

export function createRemembered<Sql, Value>(
  read: (sql: Sql) => Promise<Value>,
  clock: () => number = () => performance.now(),
): Remembered<Sql, Value> {
  let known: { readonly value: Value; readonly until: number } | undefined;
  async function reload(sql: Sql): Promise<Value> {
    const value = await read(sql);
    known = { value, until: clock() + LIFE_MS };
    return value;
  }
  const current = () => (known && clock() < known.until ? known : undefined);
  return {
    get: async (sql) => current()?.value ?? reload(sql),
    async find(sql, look) {
      const remembered = current();
      const found = remembered && look(remembered.value);
      return found === undefined ? look(await reload(sql)) : found;
    },
  };
}
