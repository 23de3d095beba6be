import type { Database, Sql } from '../database.ts';

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

interface Column {
  readonly name: string;
  readonly required: number;
  /** Place in the primary key, from 1; 0 outside it. */
  readonly place: number;
  readonly counted: number;
}

interface Questions {
  readonly tables: string;
  readonly columns: string;
  readonly parents: string;
}

const QUESTIONS: Readonly<Record<Database['dialect'], Questions>> = {
  sqlite: {
    tables: `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    columns: `SELECT name, "notnull" AS required, pk AS place,
        pk > 0 AND (SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_schema WHERE name = $1) AS counted
      FROM pragma_table_info($1) ORDER BY cid`,
    parents: `SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list($1) ORDER BY 1`,
  },
  postgres: {
    tables: `SELECT relname AS name FROM pg_class
      WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace ORDER BY relname COLLATE "C"`,
    columns: `SELECT attname AS name, attnotnull::int AS required, (attidentity <> '')::int AS counted,
        coalesce((SELECT array_position(conkey, attnum) FROM pg_constraint WHERE conrelid = attrelid AND contype = 'p'), 0) AS place
      FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    parents: `SELECT DISTINCT relname AS name FROM pg_constraint JOIN pg_class ON pg_class.oid = confrelid
      WHERE conrelid = $1::regclass AND contype = 'f' ORDER BY 1`,
  },
};

/** All tables of the shop, each after those that it refers to. */
export async function readTables(sql: Sql, dialect: Database['dialect']): Promise<readonly Table[]> {
  const questions = QUESTIONS[dialect];
  const tables: Table[] = [];
  for (const { name } of await sql.all<{ name: string }>(questions.tables)) {
    const columns = await sql.all<Column>(questions.columns, [name]);
    const parents = await sql.all<{ name: string }>(questions.parents, [name]);
    tables.push(tableFrom(name, columns, parents));
  }
  return inOrderOfReference(tables);
}

function tableFrom(name: string, columns: readonly Column[], parents: readonly { name: string }[]): Table {
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
