import { fail } from '../../../domain/error.ts';
import type { HikashopSql } from '../tables.ts';
import { readConfig } from './config.ts';

/** Of zones within zones; HikaShop's own tree has four levels. */
const MOST_LEVELS = 8;

/**
 * The zone in which the shop's tax rates are, and the zones that it lies in, the nearest first. Rejects with
 * `cms_setting_needed` where HikaShop has none, with `cms_setting_unknown` for one that HikaShop does not have.
 */
export async function readTaxZones(
  sql: HikashopSql,
  setting: string | undefined,
): Promise<readonly string[]> {
  const zones = [await mainZone(sql, setting)];
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const links = await sql
      .selectFrom('hikashop_zone_link')
      .select('zone_parent_namekey as parent')
      .where('zone_child_namekey', 'in', zones)
      .execute();
    const further = links.map(({ parent }) => parent).filter((parent) => !zones.includes(parent));
    if (further.length === 0) break;
    zones.push(...further);
  }
  return zones;
}

async function mainZone(sql: HikashopSql, setting: string | undefined): Promise<string> {
  const zones = sql.selectFrom('hikashop_zone').select('zone_namekey as key');
  if (setting !== undefined) {
    const named = await zones
      .where((is) =>
        is.or([
          is('zone_namekey', '=', setting),
          is.and([is('zone_code_2', '=', setting), is('zone_type', '=', 'country')]),
        ]),
      )
      .executeTakeFirst();
    if (named) return named.key;
    throw fail('cms_setting_unknown', {
      field: 'cms.taxZone',
      value: setting,
      expected: 'country_France_73, FR',
    });
  }
  const configured = (await readConfig(sql, 'main_tax_zone'))?.split(',').map(Number) ?? [];
  const own = configured.length > 0 && (await zones.where('zone_id', 'in', configured).executeTakeFirst());
  if (own) return own.key;
  throw fail('cms_setting_needed', { field: 'cms.taxZone', expected: 'FR' });
}
