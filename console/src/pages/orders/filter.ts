import { said, searchText } from '../../app/search.ts';

export const HANDS = ['waiting', 'taken'] as const;

export interface OrdersFilter {
  readonly hand?: (typeof HANDS)[number];
  readonly email?: string;
  readonly state?: string;
  /** The shop's id of the customer. */
  readonly customer?: string;
}

export const readOrdersFilter = (search: Readonly<Record<string, unknown>>): OrdersFilter =>
  said<OrdersFilter>({
    hand: HANDS.find((hand) => hand === search.hand),
    email: searchText(search.email),
    state: searchText(search.state),
    customer: searchText(search.customer),
  });

/** As the API asks. */
export const ordersQuery = ({ hand, email, state, customer }: OrdersFilter) => ({
  ...(hand && { exported: hand === 'taken' }),
  ...(email !== undefined && { email }),
  ...(state !== undefined && { state: [state] }),
  ...(customer !== undefined && { customer }),
});
