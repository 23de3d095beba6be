import { shortenedJson } from '../../domain/shortened-json.ts';
import type { Noted, Sql } from '../database.ts';
import { createInsertRows } from '../many-rows.ts';
import { EFFECT } from './rows.ts';

const insertEffects = createInsertRows(EFFECT);

/** Of the changes that came with an exchange. `before`: the number before that of the first change. */
export async function saveEffects(sql: Sql, noted: readonly Noted[], before: number): Promise<void> {
  const rows = noted.flatMap(({ change, fields }, index) => {
    const { origin, entity, key, operation } = change;
    if (origin.exchange === undefined || !fields) return [];
    const changes = shortenedJson(fields());
    const place = { exchange: origin.exchange, sequence: before + index + 1 };
    return [EFFECT.cells({ ...place, entity, key, operation, changes })];
  });
  if (rows.length > 0) await insertEffects(sql, rows);
}
