import { parseDecimal } from '../../../domain/decimal.ts';
import type { Problem } from '../../../domain/problem.ts';
import { effectsOf, forgetRulePrices, liveRules, noteRulePrice } from '../../side/price-rules/project.ts';
import { rulesOf } from '../../side/price-rules/read.ts';
import type { SidePriceRule } from '../../side/tables.ts';
import type { VirtuemartContext } from '../context.ts';
import { utcText } from '../moments.ts';
import { notePrices } from '../products/prices.ts';
import { sideOf, type VirtuemartSql } from '../tables.ts';
import { readFacts } from './facts.ts';
import { type RulePrice, rulePrices } from './rows.ts';

/**
 * Gives the rules of these references, folded, their effect in VirtueMart's prices, and takes it from those that have
 * none any more. Only prices that are a rule's are touched. Gives a warning for each rule that can have no effect there.
 */
export async function projectRules(
  sql: VirtuemartSql,
  context: VirtuemartContext,
  references: readonly string[],
): Promise<readonly Problem[]> {
  const rows = await rulesOf(sideOf(sql), references);
  if (rows.length === 0) return [];
  const live = liveRules(rows, context.clock);
  const rules = live.map(({ rule }) => rule);
  const facts = await readFacts(sql, context, { references, rules });
  const { wanted, warnings } = effectsOf(live, (rule) => rulePrices(rule, facts, context.clock));
  await writeProjected(sql, {
    stored: await readProjected(sql, rows),
    wanted,
    now: utcText(context.now()),
  });
  return warnings;
}

interface WantedPrice extends RulePrice {
  readonly rule: string;
}
interface Projected extends WantedPrice {
  readonly id: number;
}

const placeOf = ({ rule, virtuemart_product_id }: WantedPrice): string => `${rule} ${virtuemart_product_id}`;

const readProjected = (sql: VirtuemartSql, rows: readonly SidePriceRule[]): Promise<readonly Projected[]> =>
  sql
    .selectFrom('passerelle_rule_price as side')
    .innerJoin('virtuemart_product_prices as price', 'price.virtuemart_product_price_id', 'side.price_id')
    .select(['side.price_id as id', 'side.rule_key as rule', 'virtuemart_product_id'])
    .select(['virtuemart_shoppergroup_id', 'product_price', 'product_tax_id', 'product_currency'])
    .select(['product_price_publish_up', 'product_price_publish_down', 'price_quantity_start'])
    .where(
      'side.rule_key',
      'in',
      rows.map(({ rule_key }) => rule_key),
    )
    .execute();

interface Projection {
  readonly stored: readonly Projected[];
  readonly wanted: readonly WantedPrice[];
  /** In VirtueMart's words. */
  readonly now: string;
}

async function writeProjected(sql: VirtuemartSql, { stored, wanted, now }: Projection): Promise<void> {
  const before = new Map(stored.map((price) => [placeOf(price), price]));
  const staying = new Set(wanted.map(placeOf));
  const gone = stored.filter((price) => !staying.has(placeOf(price)));
  if (gone.length > 0)
    await removePrices(
      sql,
      gone.map(({ id }) => id),
    );
  const touched = new Set(gone.map((price) => price.virtuemart_product_id));
  for (const { rule, ...price } of wanted) {
    const there = before.get(placeOf({ rule, ...price }));
    if (there && isSame(there, price)) continue;
    touched.add(price.virtuemart_product_id);
    if (there) await changePrice(sql, there.id, { ...price, modified_on: now });
    else await addPrice(sql, rule, { ...price, created_on: now, modified_on: now });
  }
  for (const product of touched) await notePrices(sql, product);
}

async function removePrices(sql: VirtuemartSql, ids: readonly number[]): Promise<void> {
  await sql.deleteFrom('virtuemart_product_prices').where('virtuemart_product_price_id', 'in', ids).execute();
  await forgetRulePrices(sideOf(sql), ids);
}

const changePrice = (sql: VirtuemartSql, id: number, price: RulePrice & { readonly modified_on: string }) =>
  sql
    .updateTable('virtuemart_product_prices')
    .set(price)
    .where('virtuemart_product_price_id', '=', id)
    .execute();

async function addPrice(
  sql: VirtuemartSql,
  rule: string,
  price: RulePrice & { readonly created_on: string; readonly modified_on: string },
): Promise<void> {
  const { insertId } = await sql
    .insertInto('virtuemart_product_prices')
    .values({ override: 0, product_override_price: '0', product_discount_id: 0, ...price })
    .executeTakeFirstOrThrow();
  await noteRulePrice(sideOf(sql), Number(insertId), rule);
}

function isSame(stored: Projected, { product_price, ...rest }: RulePrice): boolean {
  const names = Object.keys(rest) as readonly (keyof typeof rest)[];
  return (
    parseDecimal(stored.product_price ?? '') === product_price &&
    names.every((name) => stored[name] === rest[name])
  );
}
