import type { Catalogue } from '../database.ts';

const LAST = 'SELECT seq FROM sqlite_sequence WHERE name = $1';
const FORGET = 'DELETE FROM sqlite_sequence WHERE name = $1';
const SET = 'INSERT INTO sqlite_sequence (name, seq) VALUES ($1, CAST($2 AS INTEGER))';

export const SQLITE_CATALOGUE: Catalogue = {
  tables: `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  columns: `SELECT name, "notnull" AS required, pk AS place,
      pk > 0 AND (SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_schema WHERE name = $1) AS counted
    FROM pragma_table_info($1) ORDER BY cid`,
  parents: `SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list($1) ORDER BY 1`,
  lastNumber: async (sql, { table }) => (await sql.get<{ seq: number }>(LAST, [table]))?.seq,
  async continueBehind(sql, { table }, last) {
    await sql.run(FORGET, [table]);
    await sql.run(SET, [table, last]);
  },
  kept: (cell) => cell,
};
