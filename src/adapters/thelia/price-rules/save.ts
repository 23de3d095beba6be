import type { BulkResult } from '../../../shop/shop.ts';
import { type PriceRuleMessage, savePriceRules as save } from '../../side/price-rules/save.ts';
import { folded } from '../../side/references.ts';
import type { TheliaContext } from '../context.ts';
import type { TheliaSql } from '../tables.ts';

/** Thelia has no prices for quantities, days or customers: the rules are kept as the ERP said them, and that is all. */
export const savePriceRules = (context: TheliaContext, message: PriceRuleMessage): Promise<BulkResult> =>
  save(context, message, { knownReferences });

async function knownReferences(sql: TheliaSql, references: readonly string[]): Promise<ReadonlySet<string>> {
  const products = await sql.selectFrom('produit').select('ref').where('ref', 'in', references).execute();
  const variants = await sql
    .selectFrom('passerelle_variant')
    .select('reference_key as key')
    .where('reference_key', 'in', references.map(folded))
    .execute();
  return new Set([...products.map(({ ref }) => folded(ref)), ...variants.map(({ key }) => key)]);
}
