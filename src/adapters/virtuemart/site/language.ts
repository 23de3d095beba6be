import { type Kysely, sql } from 'kysely';
import { fail } from '../../../domain/error.ts';

/** The languages for which VirtueMart has made tables, as `fr-FR` is `fr_fr` there. */
async function readLanguages(on: Kysely<unknown>, prefix: string): Promise<readonly string[]> {
  const begin = `${prefix}virtuemart_products_`;
  const { rows } = await sql<{ name: string }>`SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = DATABASE() AND LEFT(table_name, ${begin.length}) = ${begin} ORDER BY table_name`.execute(
    on,
  );
  return rows
    .map(({ name }) => name.slice(begin.length))
    .filter((name) => /^[a-z]{2,3}_[a-z]{2}$/.test(name));
}

/** As a setting or a message writes a language: `fr-FR`, `fr_fr`. */
export const languageKey = (language: string): string => language.trim().toLowerCase().replaceAll('-', '_');

export const languageName = (key: string): string => key.replaceAll('_', '-');

/**
 * The language of the shop's texts: that of the setting, the only one, else the site's own. Rejects with
 * `cms_tables_missing`, `cms_setting_unknown` and `cms_setting_needed`.
 */
export async function readLanguage(
  on: Kysely<unknown>,
  prefix: string,
  setting: string | undefined,
): Promise<{ readonly main: string; readonly others: readonly string[] }> {
  const all = await readLanguages(on, prefix);
  const [first, second] = all;
  if (first === undefined) throw fail('cms_tables_missing', { value: `${prefix}virtuemart_products_…` });
  const field = 'cms.language';
  const expected = all.map(languageName).join(', ');
  const wanted = setting ?? (second === undefined ? first : await siteLanguage(on, prefix));
  const main = all.find((key) => key === languageKey(wanted ?? ''));
  if (main !== undefined) return { main, others: all.filter((key) => key !== main) };
  if (setting !== undefined) throw fail('cms_setting_unknown', { field, value: setting, expected });
  throw fail('cms_setting_needed', { field, expected });
}

/** Joomla's own, which VirtueMart goes by. */
async function siteLanguage(on: Kysely<unknown>, prefix: string): Promise<string | undefined> {
  const { rows } = await sql<{ params: string }>`SELECT params FROM ${sql.table(`${prefix}extensions`)}
    WHERE type = 'component' AND element = 'com_languages'`.execute(on);
  try {
    const params: unknown = JSON.parse(rows[0]?.params ?? '');
    const site = typeof params === 'object' && params !== null && 'site' in params ? params.site : undefined;
    return typeof site === 'string' ? site : undefined;
  } catch {
    return undefined;
  }
}
