import { type Decimal, parseDecimal } from '../../domain/decimal.ts';
import { candidateFromRule, salePriceOf } from '../../domain/pricing/candidates.ts';
import type { PriceQuestion, PricingOptions } from '../../domain/pricing/question.ts';
import { compareHolding, type Holding } from '../../domain/pricing/rank.ts';
import { type ResolvedPrice, resolvePrice } from '../../domain/pricing/resolve.ts';
import type { Sql, SqlValue } from '../database.ts';
import { type PricingRuleRow, pricingRuleFromRow } from '../price-rules/columns.ts';
import { CONCERNED, concernedCells, RULE_COLUMNS } from './concerned.ts';

/*
 * An article with very many rules for one buyer. SQL looks for the highest rank at which one may hold, and only the rules
 * of that rank are read and judged, the lowest prices first. What it compares as binary floats is compared exactly, or is
 * not relied on: quantities up to EXACT_LENGTH, and prices less ten thousand times what their rounding may be out by.
 */

/** Characters. Two decimals of at most as many digits are two binary floats. */
const EXACT_LENGTH = 15;

const QUANTITY = 'CAST(p.from_quantity AS DOUBLE PRECISION)';
/** Nothing holds of what it leaves out; the rest is for resolvePrice to judge. */
const MAY_HOLD = `p.retired_at IS NULL AND p.valid_from <= $5 AND (p.valid_to IS NULL OR p.valid_to >= $6)
    AND (p.currency = '' OR p.currency = $7) AND (p.country = '' OR p.country = $8)`;

const SURVEY = `SELECT p.reference, p.customer, p.customer_group AS "group", count(*) AS rules,
    max(length(p.from_quantity)) AS longest,
    max(CASE WHEN ${MAY_HOLD} AND ${QUANTITY} <= $9 THEN ${QUANTITY} END) AS best
  FROM price_rule p WHERE ${CONCERNED} GROUP BY p.reference, p.customer, p.customer_group`;

/** Rules of one article, customer and group. */
interface SurveyRow {
  readonly reference: string;
  readonly customer: string;
  readonly group: string;
  readonly rules: number;
  /** Characters of a quantity. */
  readonly longest: number;
  /** The highest quantity of those that may hold. */
  readonly best: number | null;
}

const VALUE = 'CAST(p.value AS DOUBLE PRECISION)';
const BASE = `CAST(coalesce(p.base_price, CAST($9 AS TEXT), '0') AS DOUBLE PRECISION)`;
/** Less than the rule's price is. */
const AT_LEAST = `CASE p.kind
      WHEN 'price' THEN ${VALUE} - abs(${VALUE}) * 1e-12
      WHEN 'amount_off' THEN ${BASE} - ${VALUE} - (abs(${BASE}) + abs(${VALUE})) * 1e-12
      ELSE ${BASE} - ${BASE} * ${VALUE} / 100 - (abs(${BASE}) + abs(${BASE} * ${VALUE})) * 1e-12 END - 1e-11`;

const FOREMOST = `SELECT ${RULE_COLUMNS}, ${AT_LEAST} AS "atLeast"
  FROM price_rule p
  WHERE p.reference = $1 AND p.customer = $2 AND p.customer_group IN ($3, $4) AND p.from_quantity = $10
    AND ${MAY_HOLD}
  ORDER BY CASE WHEN p.currency = '' THEN 1 ELSE 0 END + CASE WHEN p.country = '' THEN 1 ELSE 0 END, "atLeast"
  LIMIT $11`;

type ForemostRow = PricingRuleRow & { readonly atLeast: number };

/** The highest rank at which a rule may hold. */
interface Top extends Pick<SurveyRow, 'reference' | 'customer'> {
  readonly groups: readonly [string, string];
  readonly fromQuantity: Decimal;
}

export interface Crowd {
  /** How many rules are concerned. */
  readonly rules: number;
  /** Undefined where it could not be told exactly. */
  readonly top: Top | 'none' | undefined;
}

export async function surveyCrowd(sql: Sql, question: PriceQuestion): Promise<Crowd> {
  const cells = [...concernedCells(question), ...holdCells(question), Number(question.quantity)];
  const rows = await sql.all<SurveyRow>(SURVEY, cells);
  const rules = rows.reduce((sum, row) => sum + Number(row.rules), 0);
  const longest = Math.max(question.quantity.length, ...rows.map((row) => row.longest));
  if (longest > EXACT_LENGTH) return { rules, top: undefined };
  const [highest] = rows
    .filter(({ best }) => best !== null)
    .toSorted((a, b) => compareRanks(rankOf(b, question), rankOf(a, question)));
  return { rules, top: highest ? topOf(highest, question) : 'none' };
}

/** As compareHolding has it, highest first. */
const rankOf = (
  { reference, customer, group, best }: SurveyRow,
  { article }: PriceQuestion,
): readonly number[] => [
  customer !== '' ? 2 : Number(group !== ''),
  Number(reference === article.reference),
  best ?? 0,
];

const compareRanks = (a: readonly number[], b: readonly number[]): number =>
  a.map((place, index) => place - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** A rule for the customer may name the group too: both are of one rank. */
function topOf({ reference, customer, group, best }: SurveyRow, { buyer }: PriceQuestion): Top | undefined {
  const fromQuantity = parseDecimal(String(best));
  return (
    fromQuantity && {
      reference,
      customer,
      groups: customer === '' ? [group, group] : ['', buyer.group],
      fromQuantity,
    }
  );
}

interface CrowdReading {
  readonly options: PricingOptions;
  readonly top: Crowd['top'];
  /** Rules that are read. */
  readonly most: number;
}

/** The price that all rules give, from those of the highest rank; undefined where these do not decide. */
export async function resolveCrowd(
  sql: Sql,
  question: PriceQuestion,
  { options, top, most }: CrowdReading,
): Promise<ResolvedPrice | undefined> {
  if (top === undefined) return undefined;
  if (top === 'none') return resolvePrice(question, [], options);
  const rows = await readForemost(sql, { question, options, top, most });
  const resolved = resolvePrice(question, rows.map(pricingRuleFromRow), options);
  const winner = resolved.considered.find((each) => each.verdict === 'won');
  const last = rows.at(-1);
  const isWhole = rows.length < most && winner?.candidate.origin === 'rule';
  const isDecided = winner && last && (isWhole || isBehind(last, winner, question.article.reference));
  return isDecided ? resolved : undefined;
}

/** Whether this rule, and all that SQL puts behind it, come behind the winner. */
function isBehind(row: ForemostRow, winner: Holding, reference: string): boolean {
  const candidate = candidateFromRule(pricingRuleFromRow(row));
  const { sign, by } = compareHolding({ candidate, netPrice: winner.netPrice }, winner, reference);
  return by === 'order' ? row.atLeast > Number(winner.netPrice) : sign > 0;
}

interface ForemostQuestion extends CrowdReading {
  readonly question: PriceQuestion;
  readonly top: Top;
}

const readForemost = (
  sql: Sql,
  { question, options, most, top: { reference, customer, groups, fromQuantity } }: ForemostQuestion,
): Promise<readonly ForemostRow[]> =>
  sql.all(FOREMOST, [
    reference,
    customer,
    ...groups,
    ...holdCells(question),
    salePriceOf(question.article, options) ?? null,
    fromQuantity,
    most,
  ]);

/** Midnight covers the whole day. */
const holdCells = ({ at, currency, country }: PriceQuestion): readonly SqlValue[] => [
  at,
  `${at.slice(0, 10)} 00:00:00`,
  currency,
  country,
];
