import type { PriceQuestion, PricingOptions } from '../../domain/pricing/question.ts';
import { type ResolvedPrice, resolvePrice } from '../../domain/pricing/resolve.ts';
import type { Sql } from '../database.ts';
import { type PricingRuleRow, pricingRuleFromRow } from '../price-rules/columns.ts';
import { readConcerned, someConcerned } from './concerned.ts';
import { resolveCrowd, surveyCrowd } from './crowd.ts';

export interface ReadPrice {
  readonly resolved: ResolvedPrice;
  /** How many rules there are for this article and this buyer, or for all. */
  readonly rules: number;
}

/** How many rules are read, by how many are concerned. */
export interface ReadLimits {
  /** Up to as many are read at once: those of nearly every article. */
  readonly few: number;
  /** Up to as many are read all. */
  readonly many: number;
  /** Of more, at most as many, of the highest rank; then all where these do not decide. */
  readonly foremost: number;
}

export const READ_LIMITS: ReadLimits = { few: 40, many: 200, foremost: 40 };

export interface PriceReading {
  readonly options: PricingOptions;
  readonly limits?: ReadLimits;
}

/** The price that all rules of the store together give. Which one wins is decided by resolvePrice alone. */
export async function readPrice(
  sql: Sql,
  question: PriceQuestion,
  { options, limits = READ_LIMITS }: PriceReading,
): Promise<ReadPrice> {
  const resolve = (rows: readonly PricingRuleRow[]): ReadPrice => ({
    resolved: resolvePrice(question, rows.map(pricingRuleFromRow), options),
    rules: rows.length,
  });
  const { statement, cells } = someConcerned(question, limits.few + 1);
  const rows = await sql.all<PricingRuleRow>(statement, cells);
  if (rows.length <= limits.few) return resolve(rows);
  const { rules, top } = await surveyCrowd(sql, question);
  const resolved =
    rules > limits.many
      ? await resolveCrowd(sql, question, { options, top, most: limits.foremost })
      : undefined;
  return resolved ? { resolved, rules } : resolve(await readConcerned(sql, question));
}
