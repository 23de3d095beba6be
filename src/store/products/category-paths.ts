import type { Sql } from '../database.ts';

const FIND = 'SELECT parent_id AS parent, name FROM category WHERE id = $1';

/** The paths of these categories, from the root down; of no category, the empty one. */
export async function readCategoryPaths(
  sql: Sql,
  ids: readonly (number | null)[],
): Promise<(id: number | null) => readonly string[]> {
  const paths = new Map<number, readonly string[]>();
  for (const id of ids) if (id !== null) await readPath(sql, id, paths);
  return (id) => (id === null ? [] : (paths.get(id) ?? []));
}

async function readPath(sql: Sql, id: number, known: Map<number, readonly string[]>): Promise<void> {
  const climbed: { readonly id: number; readonly name: string }[] = [];
  let above: number | undefined = id;
  while (above !== undefined && !known.has(above)) {
    const row: { parent: number; name: string } | undefined = await sql.get(FIND, [above]);
    if (row) climbed.push({ id: above, name: row.name });
    above = row?.parent;
  }
  let path = above === undefined ? [] : (known.get(above) ?? []);
  for (const { id: lower, name } of climbed.reverse()) {
    path = [...path, name];
    known.set(lower, path);
  }
}
