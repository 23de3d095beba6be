import type { Decimal } from '../../domain/decimal.ts';
import { defined } from '../../domain/optional.ts';
import type { SoldArticle } from '../../domain/pricing/article.ts';
import { levelOf } from '../../domain/pricing/candidates.ts';
import type { PricingOptions } from '../../domain/pricing/question.ts';
import type { Sql } from '../database.ts';

interface ArticleRow {
  readonly reference: string;
  readonly parent: string | null;
  readonly netPrice: Decimal | null;
  readonly taxRate: Decimal | null;
  readonly active: number | null;
  readonly available: number | null;
  readonly categoryPrice: Decimal | null;
  readonly levelPrice: Decimal | null;
}

const FIND = `SELECT a.reference, a.parent_reference AS parent, a.net_price AS "netPrice", a.tax_rate AS "taxRate",
    a.active, a.available, c.net_price AS "categoryPrice", l.net_price AS "levelPrice"
  FROM product a
  LEFT JOIN product_category_price c ON c.product_id = a.id AND c.category = $2
  LEFT JOIN product_price_level l ON l.product_id = a.id AND l.level = $3
  WHERE a.reference = $1`;

/** For whom an article is read: of its prices, only those that the group may get. */
export interface ArticleReading {
  readonly group: string;
  readonly options: PricingOptions;
}

export async function findArticle(
  sql: Sql,
  reference: string,
  { group, options }: ArticleReading,
): Promise<SoldArticle | undefined> {
  const level = levelOf(group, options);
  const row = await sql.get<ArticleRow>(FIND, [reference, group, level === undefined ? '' : String(level)]);
  if (!row) return undefined;
  return {
    reference: row.reference,
    categoryPrices: row.categoryPrice === null ? [] : [{ category: group, netPrice: row.categoryPrice }],
    priceLevels: row.levelPrice === null || level === undefined ? {} : { [level]: row.levelPrice },
    ...defined({
      parent: row.parent ?? undefined,
      netPrice: row.netPrice ?? undefined,
      taxRate: row.taxRate ?? undefined,
      active: said(row.active),
      available: said(row.available),
    }),
  };
}

const said = (cell: number | null): boolean | undefined => (cell === null ? undefined : cell === 1);
