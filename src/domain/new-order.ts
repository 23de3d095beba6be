import type { PostalAddress, ShopCustomer } from './customer.ts';
import type { LocalDateTime } from './dates.ts';
import { defined } from './optional.ts';
import type { Order, OrderContent, OrderCustomer } from './order.ts';
import { type Problem, problem, quotable } from './problem.ts';

/** An order as the shop's side brings it in. */
export interface NewOrder
  extends Omit<OrderContent, 'customer' | 'billing' | 'delivery'>,
    Pick<Order, 'reference' | 'state' | 'excluded'> {
  /** Absent: the shop makes one, the whole number behind the highest that it knows. */
  readonly id?: string;
  /** Absent: now. */
  readonly placedAt?: LocalDateTime;
  /** What it does not say is taken from the shop’s customer of that id; without an id, from the only one of that e-mail. */
  readonly customer: Partial<OrderCustomer>;
  /** Absent: the address of that customer. */
  readonly billing?: OrderContent['billing'];
  /** Absent: the billing address. */
  readonly delivery?: PostalAddress;
}

/** A customer that the shop has. */
export interface KnownCustomer extends ShopCustomer {
  /** The ERP's code. */
  readonly code?: string;
}

/** What an order lacks that the customer cannot give. */
export function missingFromOrder(
  { customer, billing }: NewOrder,
  known: KnownCustomer | undefined,
): readonly Problem[] {
  const { id, email, lastName } = customer;
  const isNamed = email !== undefined && lastName !== undefined;
  const problems = [
    id !== undefined && known === undefined && !isNamed
      ? problem('order_customer_unknown', { field: 'customer.id', value: quotable(id) })
      : undefined,
    billing === undefined && !isUsable(known?.address)
      ? problem('order_address_missing', { field: 'billing' })
      : undefined,
  ];
  return problems.filter((each) => each !== undefined);
}

const isUsable = (address: PostalAddress | undefined): boolean =>
  address !== undefined && address.address1 !== '' && address.city !== '' && address.country !== '';

/** The whole order, of one that lacks nothing. */
export function completedOrder(
  said: NewOrder,
  known: KnownCustomer | undefined,
  { id, now }: { readonly id: string; readonly now: LocalDateTime },
): Order {
  const billing = said.billing ?? known?.address;
  if (!billing) throw new Error('an order without an address');
  const { delivery = addressAlone(billing), placedAt = now } = said;
  return {
    ...said,
    id,
    placedAt,
    customer: completedCustomer(said.customer, known, billing),
    billing,
    delivery,
  };
}

/** A VAT number belongs to who is billed. */
function addressAlone({ vatNumber: _, ...address }: OrderContent['billing']): PostalAddress {
  return address;
}

function completedCustomer(
  said: Partial<OrderCustomer>,
  known: KnownCustomer | undefined,
  billing: PostalAddress,
): OrderCustomer {
  const { lastName, firstName } = known ?? billing;
  return {
    id: said.id ?? known?.id ?? '',
    lastName: said.lastName ?? lastName,
    firstName: said.firstName ?? firstName,
    email: said.email ?? known?.email ?? '',
    ...defined({ erpCode: said.erpCode ?? known?.code }),
  };
}
