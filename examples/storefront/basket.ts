import type { BasketLine } from './session.ts';
import type { Product, Quote, QuoteLine } from './shop-api.ts';
import type { Visit } from './visit.ts';

export interface PricedLine {
  readonly product: Product;
  readonly price: QuoteLine;
  readonly name: string;
}

export interface PricedBasket {
  readonly quote: Quote;
  readonly lines: readonly PricedLine[];
  /** Undefined: everything is for sale, to this customer, and has a price with tax. */
  readonly obstacle?: 'basketEmpty' | 'cannotOrder' | 'accountClosed';
}

type Lines = readonly BasketLine[];

export const addLine = (lines: Lines, { reference, quantity }: BasketLine): Lines => {
  const had = lines.find((line) => line.reference === reference)?.quantity ?? 0;
  return setLine(lines, { reference, quantity: had + quantity });
};

/** A quantity of 0 takes the line out. */
export function setLine(lines: Lines, { reference, quantity }: BasketLine): Lines {
  const isThere = lines.some((line) => line.reference === reference);
  const changed = isThere
    ? lines.map((line) => (line.reference === reference ? { reference, quantity } : line))
    : [...lines, { reference, quantity }];
  return changed.filter((line) => line.quantity > 0);
}

/** The basket at this moment's prices; what has left the catalogue has left the basket. */
export async function priceBasket({ api, session, buyer }: Visit): Promise<PricedBasket> {
  const found = await Promise.all(session.basket.map(({ reference }) => api.product(reference)));
  const products = new Map(found.flatMap((product) => (product ? [[product.reference, product]] : [])));
  const wanted = session.basket.filter(({ reference }) => products.has(reference));
  const quote = await api.quote(
    buyer?.customer?.code,
    wanted.map(({ reference, quantity }) => ({ reference, quantity: String(quantity) })),
  );
  const lines = quote.lines.flatMap((price) => {
    const product = products.get(price.reference);
    return product ? [{ product, price, name: nameOf(product) }] : [];
  });
  const obstacle = obstacleOf(quote);
  return { quote, lines, ...(obstacle && { obstacle }) };
}

function obstacleOf({ remarks, lines }: Quote): PricedBasket['obstacle'] {
  if (lines.length === 0) return 'basketEmpty';
  if (remarks.length > 0) return 'accountClosed';
  return lines.some((line) => line.remarks.length > 0) ? 'cannotOrder' : undefined;
}

/** With what makes a variant of it. */
function nameOf({ name, reference, axes }: Product): string {
  const values = axes.map(({ value }) => value).filter((value) => !name?.includes(value));
  return [name ?? reference, ...values].join(' ');
}
