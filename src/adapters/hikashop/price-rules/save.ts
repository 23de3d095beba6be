import type { BulkResult } from '../../../shop/shop.ts';
import { type PriceRuleMessage, savePriceRules as save } from '../../side/price-rules/save.ts';
import { folded } from '../../side/references.ts';
import type { HikashopContext } from '../context.ts';
import type { HikashopSql } from '../tables.ts';
import { projectRules } from './project.ts';

export const savePriceRules = (context: HikashopContext, message: PriceRuleMessage): Promise<BulkResult> =>
  save(context, message, {
    knownReferences,
    project: (sql, references) => projectRules(sql, context, references),
  });

async function knownReferences(
  sql: HikashopSql,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql
    .selectFrom('hikashop_product')
    .select('product_code as reference')
    .where('product_code', 'in', references)
    .execute();
  return new Set(rows.map(({ reference }) => folded(reference)));
}
