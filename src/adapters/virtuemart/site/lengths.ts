import { sql as raw } from 'kysely';
import type { Capabilities } from '../../../shop/capabilities.ts';
import type { VirtuemartSql } from '../tables.ts';

interface ColumnRow {
  readonly name: string;
  readonly characters: number;
  readonly type: string;
}

/** How many bytes a character may take. */
const BYTES = 4;

/**
 * How long texts may be: VirtueMart makes the tables of a language as it is configured to. `table` has the site's prefix.
 */
export async function readLengths(
  sql: VirtuemartSql,
  tables: { readonly products: string; readonly categories: string },
): Promise<Capabilities['longest']> {
  const { rows } = await raw<ColumnRow>`SELECT column_name AS name, character_maximum_length AS characters,
      data_type AS type FROM information_schema.columns
    WHERE table_schema = DATABASE() AND character_maximum_length IS NOT NULL
      AND (table_name = ${tables.products} OR table_name = ${tables.categories} AND column_name = 'category_name')`.execute(
    sql,
  );
  const lengths = new Map(
    rows.map(({ name, characters, type }) => [
      name,
      type === 'varchar' ? Number(characters) : Math.floor(Number(characters) / BYTES),
    ]),
  );
  const of = (column: string): number => lengths.get(column) ?? 0;
  return {
    ...{ name: of('product_name'), description: of('product_desc'), shortDescription: of('product_s_desc') },
    ...{ metaTitle: of('customtitle'), metaDescription: of('metadesc'), metaKeywords: of('metakey') },
    ...{ category: of('category_name'), reference: 192, ean13: 64, axis: 255 },
  };
}
