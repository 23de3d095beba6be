import type { BulkResult } from '../../../shop/shop.ts';
import { type PriceRuleMessage, savePriceRules as save } from '../../side/price-rules/save.ts';
import { folded } from '../../side/references.ts';
import type { VirtuemartContext } from '../context.ts';
import type { VirtuemartSql } from '../tables.ts';
import { projectRules } from './project.ts';

export const savePriceRules = (context: VirtuemartContext, message: PriceRuleMessage): Promise<BulkResult> =>
  save(context, message, {
    knownReferences,
    project: (sql, references) => projectRules(sql, context, references),
  });

async function knownReferences(
  sql: VirtuemartSql,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql
    .selectFrom('virtuemart_products')
    .select('product_sku as reference')
    .where('product_sku', 'in', references)
    .execute();
  return new Set(rows.map(({ reference }) => folded(reference ?? '')));
}
