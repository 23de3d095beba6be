/** `netPrice` → `net_price` */
export const columnOf = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `net_price AS "netPrice", …`: rows then come in the domain's names. */
export const selected = (fields: readonly string[], prefix = ''): string =>
  fields.map((field) => `${prefix}${columnOf(field)} AS "${field}"`).join(', ');

/** `$3, $4, …` for as many fields. */
export const placeholders = (count: number, first = 1): string =>
  Array.from({ length: count }, (_, index) => `$${first + index}`).join(', ');

/** `net_price = $3, …` */
export const assigned = (columns: readonly string[], first: number): string =>
  columns.map((column, index) => `${column} = $${first + index}`).join(', ');

/** `a.reference, a.customer, …` */
export const listed = (columns: readonly string[], alias: string): string =>
  columns.map((column) => `${alias}.${column}`).join(', ');

/** `a.reference = b.reference AND …` */
export const equal = (columns: readonly string[], a: string, b: string): string =>
  columns.map((column) => `${a}.${column} = ${b}.${column}`).join(' AND ');

/** Of one row. */
export const insertInto = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${placeholders(columns.length)})`;

/** Behind an INSERT: what a row of that key becomes when there is one already. */
export const orUpdate = (key: readonly string[], columns: readonly string[]): string =>
  `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
