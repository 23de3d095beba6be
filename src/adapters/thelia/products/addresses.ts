import { aliasFrom } from '../../side/alias.ts';
import type { TheliaSql } from '../tables.ts';

/** What an address of Thelia's leads to. */
interface Named {
  readonly id: number;
  readonly name: string;
  readonly lang: number;
}

/** A product's address, as Thelia keeps it where it rewrites addresses. */
export const rewriteProduct = (
  sql: TheliaSql,
  product: Named & { readonly category: number },
): Promise<void> =>
  addAddress(sql, { fond: 'produit', param: paramOf(product.id, product.category), named: product });

export const rewriteCategory = (sql: TheliaSql, category: Named): Promise<void> =>
  addAddress(sql, { fond: 'rubrique', param: `&id_rubrique=${category.id}`, named: category });

const paramOf = (product: number, category: number): string =>
  `&id_produit=${product}&id_rubrique=${category}`;

/** The id makes it the only one of its kind; what is in front of it is for people. */
async function addAddress(
  sql: TheliaSql,
  {
    fond,
    param,
    named: { id, name, lang },
  }: { readonly fond: string; readonly param: string; readonly named: Named },
): Promise<void> {
  const url = `${aliasFrom(name).slice(0, 200) || fond}-${fond === 'produit' ? 'p' : 'r'}${id}.html`;
  await sql.insertInto('reecriture').values({ url, fond, param, lang, actif: 1 }).execute();
}

/** The addresses of a product that moves lead to it in its new rubrique. */
export const moveAddresses = (
  sql: TheliaSql,
  product: number,
  { from, to }: { readonly from: number; readonly to: number },
) =>
  sql
    .updateTable('reecriture')
    .set({ param: paramOf(product, to) })
    .where('fond', '=', 'produit')
    .where('param', '=', paramOf(product, from))
    .execute();
