import type { RequirementId } from '../requirements/requirements.ts';
import type { Texts } from '../texts.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../xml/element.ts';
import { type Amount, amountFrom, CENT, formatAmount, isWithin, times } from './decimals.ts';

export interface AmountJudgement {
  readonly id: RequirementId;
  readonly ok: boolean;
  readonly found: Texts;
}

/** The sums of an order (specification §11); those of which a number is missing are left to the schema. */
export function judgeAmounts(order: XmlElement): AmountJudgement[] {
  const heading = childNamed(order, 'commande');
  const amount = (name: string): Amount | undefined => amountFrom(childText(heading, name));
  const withTax = amount('total_products');
  const withoutTax = amount('total_products_wt');
  const paid = amount('total_paid');
  const shipping = amount('total_shipping');
  const discount = amount('total_discounts_tax_incl');
  const lines = linesOf(order);
  const judgements: AmountJudgement[] = [];
  if (paid !== undefined && withTax !== undefined && shipping !== undefined && discount !== undefined) {
    const sum = withTax + shipping - discount;
    // Just below a cent: totals of more decimals may round to the same cent.
    const ok = isWithin(paid, sum, CENT - 1n);
    judgements.push({ id: 'orders.totals', ok, found: compared('total_paid', paid, sum) });
  }
  if (withTax !== undefined && withoutTax !== undefined && lines !== undefined) {
    const taxed = lines.some(({ net, rate }) => net > 0n && rate > 0n);
    const ok = taxed ? withTax > withoutTax : withTax >= withoutTax;
    judgements.push({
      id: 'orders.tax-included',
      ok,
      found: {
        fr: `total_products : ${formatAmount(withTax)} ; total_products_wt : ${formatAmount(withoutTax)}`,
        en: `total_products: ${formatAmount(withTax)}; total_products_wt: ${formatAmount(withoutTax)}`,
      },
    });
  }
  if (withoutTax !== undefined && lines !== undefined) {
    const sum = lines.reduce((total, { net }) => total + net, 0n);
    const ok = isWithin(withoutTax, sum, CENT * BigInt(Math.max(lines.length, 1)));
    judgements.push({ id: 'orders.lines-sum', ok, found: compared('total_products_wt', withoutTax, sum) });
  }
  return judgements;
}

interface Line {
  readonly net: Amount;
  readonly rate: Amount;
}

export const lineElements = (order: XmlElement): XmlElement[] => {
  const lines = childNamed(order, 'produits');
  return lines ? childrenNamed(lines, 'product') : [];
};

/** Undefined when a line lacks a number. */
function linesOf(order: XmlElement): Line[] | undefined {
  const lines: Line[] = [];
  for (const line of lineElements(order)) {
    const quantity = amountFrom(childText(line, 'product_quantity'));
    const price = amountFrom(childText(line, 'product_price'));
    const rate = amountFrom(childText(line, 'tva_rate'));
    if (quantity === undefined || price === undefined || rate === undefined) return undefined;
    lines.push({ net: times(quantity, price), rate });
  }
  return lines;
}

const compared = (name: string, came: Amount, computed: Amount): Texts => ({
  fr: `${name} : ${formatAmount(came)} ; calculé : ${formatAmount(computed)}`,
  en: `${name}: ${formatAmount(came)}; computed: ${formatAmount(computed)}`,
});
