import { parseDecimal } from '../../../domain/decimal.ts';
import type { Problem } from '../../../domain/problem.ts';
import { effectsOf, forgetRulePrices, liveRules, noteRulePrice } from '../../side/price-rules/project.ts';
import { rulesOf } from '../../side/price-rules/read.ts';
import type { SidePriceRule } from '../../side/tables.ts';
import type { HikashopContext } from '../context.ts';
import { type HikashopSql, sideOf } from '../tables.ts';
import { readFacts } from './facts.ts';
import { type RulePrice, rulePrices } from './rows.ts';

/**
 * Gives the rules of these references, folded, their effect in HikaShop's prices, and takes it from those that have none
 * any more. Only prices that are a rule's are touched. Gives a warning for each rule that can have no effect there.
 */
export async function projectRules(
  sql: HikashopSql,
  context: HikashopContext,
  references: readonly string[],
): Promise<readonly Problem[]> {
  const rows = await rulesOf(sideOf(sql), references);
  if (rows.length === 0) return [];
  const live = liveRules(rows, context.clock);
  const rules = live.map(({ rule }) => rule);
  const facts = await readFacts(sql, context, { references, rules });
  const { wanted, warnings } = effectsOf(live, (rule) => rulePrices(rule, facts, context.clock));
  await writeProjected(sql, await readProjected(sql, rows), wanted);
  return warnings;
}

interface WantedPrice extends RulePrice {
  readonly rule: string;
}
interface Projected extends WantedPrice {
  readonly id: number;
}

const placeOf = ({ rule, price_product_id }: WantedPrice): string => `${rule} ${price_product_id}`;

function readProjected(sql: HikashopSql, rows: readonly SidePriceRule[]): Promise<readonly Projected[]> {
  return sql
    .selectFrom('passerelle_rule_price as side')
    .innerJoin('hikashop_price as price', 'price.price_id', 'side.price_id')
    .select(['side.price_id as id', 'side.rule_key as rule'])
    .select(['price_product_id', 'price_currency_id', 'price_value', 'price_min_quantity', 'price_access'])
    .select(['price_users', 'price_start_date', 'price_end_date', 'price_zone_id'])
    .where(
      'side.rule_key',
      'in',
      rows.map(({ rule_key }) => rule_key),
    )
    .execute();
}

async function writeProjected(
  sql: HikashopSql,
  stored: readonly Projected[],
  wanted: readonly WantedPrice[],
): Promise<void> {
  const before = new Map(stored.map((price) => [placeOf(price), price]));
  const staying = new Set(wanted.map(placeOf));
  const gone = stored.filter((price) => !staying.has(placeOf(price))).map(({ id }) => id);
  if (gone.length > 0) await removePrices(sql, gone);
  for (const { rule, ...price } of wanted) {
    const there = before.get(placeOf({ rule, ...price }));
    if (!there) await addPrice(sql, rule, price);
    else if (!isSame(there, price))
      await sql.updateTable('hikashop_price').set(price).where('price_id', '=', there.id).execute();
  }
}

async function removePrices(sql: HikashopSql, ids: readonly number[]): Promise<void> {
  await sql.deleteFrom('hikashop_price').where('price_id', 'in', ids).execute();
  await forgetRulePrices(sideOf(sql), ids);
}

async function addPrice(sql: HikashopSql, rule: string, price: RulePrice): Promise<void> {
  const { insertId } = await sql.insertInto('hikashop_price').values(price).executeTakeFirstOrThrow();
  await noteRulePrice(sideOf(sql), Number(insertId), rule);
}

function isSame(stored: Projected, { price_value, ...rest }: RulePrice): boolean {
  const names = Object.keys(rest) as readonly (keyof typeof rest)[];
  return (
    parseDecimal(stored.price_value) === price_value && names.every((name) => stored[name] === rest[name])
  );
}
