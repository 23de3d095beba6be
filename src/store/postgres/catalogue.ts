import type { Catalogue } from '../database.ts';
import { withoutNul } from './definitions.ts';

const LAST = 'SELECT pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass::oid) AS last';
const SET = 'SELECT setval(pg_get_serial_sequence($1, $2)::regclass, $3::bigint)';

export const POSTGRES_CATALOGUE: Catalogue = {
  tables: `SELECT relname AS name FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace ORDER BY relname COLLATE "C"`,
  columns: `SELECT attname AS name, attnotnull::int AS required, (attidentity <> '')::int AS counted,
      coalesce((SELECT array_position(conkey, attnum) FROM pg_constraint WHERE conrelid = attrelid AND contype = 'p'), 0) AS place
    FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  parents: `SELECT DISTINCT relname AS name FROM pg_constraint JOIN pg_class ON pg_class.oid = confrelid
    WHERE conrelid = $1::regclass AND contype = 'f' ORDER BY 1`,
  lastNumber: async (sql, { table, column }) =>
    (await sql.get<{ last: number | null }>(LAST, [table, column]))?.last ?? undefined,
  continueBehind: async (sql, { table, column }, last) => void (await sql.get(SET, [table, column, last])),
  kept: (cell) => (typeof cell === 'string' ? withoutNul(cell) : cell),
};
