import type { PriceQuestion } from '../../domain/pricing/question.ts';
import type { Sql, SqlValue } from '../database.ts';
import { type PricingRuleRow, SAID_RULE } from '../price-rules/columns.ts';

/** Whose rules, of what. */
type Concern = Pick<PriceQuestion, 'article' | 'buyer'>;

/** The beginning of the primary key: what is for this article and this buyer, or for all; retired or not. */
export const CONCERNED = `p.reference IN ($1, $2) AND p.customer IN ('', $3) AND p.customer_group IN ('', $4)`;

/** The columns of a PricingRuleRow. */
export const RULE_COLUMNS = `${SAID_RULE.selected('p.')}, p.retired_at AS "retiredAt"`;

const READ = `SELECT ${RULE_COLUMNS} FROM price_rule p WHERE ${CONCERNED}`;
const READ_SOME = `${READ} LIMIT $5`;

/** The parameters of CONCERNED. */
export const concernedCells = ({ article, buyer }: Concern): readonly SqlValue[] => [
  article.reference,
  article.parent?.reference ?? article.reference,
  buyer.customer,
  buyer.group,
];

export const readConcerned = (sql: Sql, question: Concern): Promise<readonly PricingRuleRow[]> =>
  sql.all(READ, concernedCells(question));

/** What is asked for at most so many of them. */
export const someConcerned = (
  question: Concern,
  limit: number,
): { readonly statement: string; readonly cells: readonly SqlValue[] } => ({
  statement: READ_SOME,
  cells: [...concernedCells(question), limit],
});
