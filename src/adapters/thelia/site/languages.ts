import { fail } from '../../../domain/error.ts';
import type { TheliaSql } from '../tables.ts';

export interface Languages {
  /** The id of the language of the ERP's texts. */
  readonly main: number;
  /** The other ones, by their two letters. */
  readonly others: ReadonlyMap<string, number>;
}

/**
 * The shop's languages; `setting` names the ERP's, as `fr` or `fr-FR`, else it is the shop's own. Rejects with
 * `cms_setting_unknown`, `cms_incomplete`.
 */
export async function readLanguages(sql: TheliaSql, setting: string | undefined): Promise<Languages> {
  const rows = await sql.selectFrom('lang').select(['id', 'code', 'defaut']).orderBy('id').execute();
  const wanted = setting?.toLowerCase().split(/[-_]/)[0];
  const main =
    wanted === undefined
      ? (rows.find(({ defaut }) => defaut === 1) ?? rows[0])
      : rows.find(({ code }) => code.toLowerCase() === wanted);
  if (!main && rows.length > 0)
    throw fail('cms_setting_unknown', {
      field: 'cms.language',
      value: setting ?? '',
      expected: rows.map(({ code }) => code).join(', '),
    });
  if (!main) throw fail('cms_incomplete', { value: 'lang.defaut = 1' });
  const others = rows
    .filter(({ id }) => id !== main.id)
    .map(({ id, code }) => [code.toLowerCase(), id] as const);
  return { main: main.id, others: new Map(others) };
}
