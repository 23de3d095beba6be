import type { Sql } from '../database.ts';

const ROOT = 0;
const NOWHERE = -1;
const FIND = 'SELECT id FROM category WHERE parent_id = $1 AND name = $2';
const ADD = 'INSERT INTO category (parent_id, name) VALUES ($1, $2) ON CONFLICT (parent_id, name) DO NOTHING';

/** The id of the category at the end of `path`, created where missing; null for the empty path. */
export async function categoryIdFromPath(sql: Sql, path: readonly string[]): Promise<number | null> {
  let parent = ROOT;
  for (const name of path) parent = await categoryId(sql, parent, name);
  return parent === ROOT ? null : parent;
}

/** As `categoryIdFromPath`, but creates nothing: where the path leads nowhere, an id that no category has. */
export async function findCategoryId(sql: Sql, path: readonly string[]): Promise<number | null> {
  let parent = ROOT;
  for (const name of path) {
    const found = await sql.get<{ id: number }>(FIND, [parent, name]);
    if (!found) return NOWHERE;
    parent = found.id;
  }
  return parent === ROOT ? null : parent;
}

async function categoryId(sql: Sql, parent: number, name: string): Promise<number> {
  for (;;) {
    const found = await sql.get<{ id: number }>(FIND, [parent, name]);
    if (found) return found.id;
    // Whoever created it at the same time is found in the next round.
    await sql.run(ADD, [parent, name]);
  }
}
