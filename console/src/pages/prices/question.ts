import { said, searchText } from '../../app/search.ts';

/** What is asked; it stands in the page's address, so that a quote can be passed on. */
export interface PriceQuestion {
  readonly tab?: 'conflicts';
  readonly reference?: string;
  readonly quantity?: string;
  readonly customer?: string;
  readonly group?: string;
  /** `2026-01-31` */
  readonly at?: string;
  readonly country?: string;
  readonly currency?: string;
}

export const readPriceQuestion = (search: Readonly<Record<string, unknown>>): PriceQuestion =>
  said<PriceQuestion>({
    tab: search.tab === 'conflicts' ? 'conflicts' : undefined,
    reference: searchText(search.reference),
    quantity: searchText(search.quantity),
    customer: searchText(search.customer),
    group: searchText(search.group),
    at: searchText(search.at),
    country: searchText(search.country),
    currency: searchText(search.currency),
  });

/** As the API asks; undefined while no article is named. A comma is how French people write a fraction. */
export function quoteBody({
  reference,
  quantity = '1',
  customer,
  group,
  at,
  country,
  currency,
}: PriceQuestion) {
  if (reference === undefined) return undefined;
  return {
    lines: [{ reference, quantity: quantity.trim().replace(',', '.') }],
    explain: true,
    ...(customer !== undefined ? { customer } : group !== undefined && { group }),
    ...(at !== undefined && { at }),
    ...(country !== undefined && { country: country.toUpperCase() }),
    ...(currency !== undefined && { currency }),
  };
}
