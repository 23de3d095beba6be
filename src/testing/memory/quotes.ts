import { fail } from '../../domain/error.ts';
import { articleRemarks, pricedArticle, type SoldArticle } from '../../domain/pricing/article.ts';
import { conflictsAmong, type PriceConflict } from '../../domain/pricing/conflicts.ts';
import type { Buyer, PriceQuestion } from '../../domain/pricing/question.ts';
import { type QuoteLine, quoteLine, quoteTotals } from '../../domain/pricing/quote.ts';
import { resolvePrice } from '../../domain/pricing/resolve.ts';
import type { Product } from '../../domain/product.ts';
import { checkBasket } from '../../shop/check-basket.ts';
import type { Basket, ConflictPlace, Quote, QuotedBuyer, Quotes } from '../../shop/quotes.ts';
import { customerByCode } from './customers.ts';
import type { MemoryState } from './state.ts';

/** Every rule is looked at for every line. */
export const createQuotes = (state: MemoryState): Quotes => ({
  quote: async (basket) => quote(state, basket),
  async *priceConflicts(after) {
    yield { rules: state.priceRules.size, conflicts: listConflicts(state, after) };
  },
});

function quote(state: MemoryState, basket: Basket): Quote {
  checkBasket(basket);
  const { currency = '', country = '', at = state.now() } = basket;
  const { active, ...buyer } = buyerOf(state, basket.buyer);
  const lines = basket.lines.map(({ reference, quantity }): QuoteLine => {
    const own = soldArticle(state, reference);
    if (!own) throw fail('reference_unknown', { entity: 'product', record: reference });
    const parent = own.parent === undefined ? undefined : soldArticle(state, own.parent);
    const article = pricedArticle(own, parent);
    return answer(state, { article, buyer, quantity, currency, country, at }, articleRemarks(own, parent));
  });
  const remarks = active ? [] : (['customer_inactive'] as const);
  return { ...buyer, currency, country, at, remarks, lines, ...quoteTotals(lines) };
}

function answer(
  state: MemoryState,
  question: PriceQuestion,
  remarks: ReturnType<typeof articleRemarks>,
): QuoteLine {
  const { article, buyer } = question;
  const rules = [...state.priceRules.values()]
    .filter(({ reference }) => reference === article.reference || reference === article.parent?.reference)
    .filter(({ customer }) => customer === '' || customer === buyer.customer)
    .filter(({ group }) => group === '' || group === buyer.group);
  const resolved = resolvePrice(question, rules, state.pricing);
  return quoteLine({ question, resolved, remarks, rules: rules.length });
}

function buyerOf(state: MemoryState, buyer: QuotedBuyer): Buyer & { readonly active: boolean } {
  if (!('customer' in buyer)) return { customer: '', group: buyer.group, active: true };
  const { customer } = buyer;
  const known = customerByCode(state, customer);
  if (!known) throw fail('customer_unknown', { entity: 'customer', record: customer });
  const { priceCategory, active } = known.fields ?? {};
  return { customer, group: priceCategory ?? '', active: active !== false };
}

function soldArticle({ products }: MemoryState, reference: string): SoldArticle | undefined {
  const product = products.get(reference);
  return product && articleOf(product);
}

const articleOf = ({ reference, parent, fields, categoryPrices, priceLevels }: Product): SoldArticle => ({
  ...fields,
  reference,
  categoryPrices,
  priceLevels,
  ...(parent !== undefined && { parent }),
});

function listConflicts(state: MemoryState, after: ConflictPlace | undefined): readonly PriceConflict[] {
  const { products, priceRules, pricing: options } = state;
  const byReference = Map.groupBy(priceRules.values(), ({ reference }) => reference);
  return [...byReference]
    .flatMap(([reference, rules]) => {
      const product = products.get(reference);
      const parent = product?.parent === undefined ? undefined : products.get(product.parent);
      const article = product && { ...product.fields, ...(parent && { parent: parent.fields }) };
      return conflictsAmong(rules, { article, at: state.now(), options });
    })
    .filter((conflict) => after === undefined || isBehind(conflict, after))
    .toSorted((a, b) => (isBehind(a, b) ? 1 : -1));
}

const isBehind = (a: ConflictPlace, b: ConflictPlace): boolean =>
  a.reference > b.reference || (a.reference === b.reference && a.customer > b.customer);
