import type { Catalogue, CatalogueColumn, Sql } from '../database.ts';

/** A table as the database's own catalogue has it, so that none that a later migration adds is forgotten. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** The primary key's columns, in its order; of a table without one, the columns that are never null. */
  readonly key: readonly string[];
  /** Tables that its foreign keys name. */
  readonly parents: readonly string[];
  /** The column that the database numbers by itself. */
  readonly counter: string | undefined;
}

/** All tables of the shop, each after those that it refers to. */
export async function readTables(sql: Sql, catalogue: Catalogue): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const { name } of await sql.all<{ name: string }>(catalogue.tables)) {
    const columns = await sql.all<CatalogueColumn>(catalogue.columns, [name]);
    const parents = await sql.all<{ name: string }>(catalogue.parents, [name]);
    tables.push(tableFrom(name, columns, parents));
  }
  return inOrderOfReference(tables);
}

function tableFrom(
  name: string,
  columns: readonly CatalogueColumn[],
  parents: readonly { name: string }[],
): Table {
  const primary = columns.filter(({ place }) => place > 0).sort((one, other) => one.place - other.place);
  const key = primary.length > 0 ? primary : columns.filter(({ required }) => required !== 0);
  return {
    name,
    columns: columns.map((column) => column.name),
    key: key.map((column) => column.name),
    parents: parents.map((parent) => parent.name),
    counter: columns.find(({ counted }) => counted !== 0)?.name,
  };
}

function inOrderOfReference(tables: readonly Table[]): readonly Table[] {
  const placed = new Map<string, Table>();
  const known = new Map(tables.map((table) => [table.name, table]));
  const place = (table: Table): void => {
    for (const name of table.parents) {
      const parent = known.get(name);
      if (parent && parent !== table && !placed.has(name)) place(parent);
    }
    placed.set(table.name, table);
  };
  for (const table of tables) if (!placed.has(table.name)) place(table);
  return [...placed.values()];
}
