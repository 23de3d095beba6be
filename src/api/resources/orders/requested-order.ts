import type { PostalAddress } from '../../../domain/customer.ts';
import { ZERO } from '../../../domain/decimal.ts';
import { fail } from '../../../domain/error.ts';
import type { NewOrder } from '../../../domain/new-order.ts';
import { defined, filled } from '../../../domain/optional.ts';
import type { OrderLine } from '../../../domain/order.ts';
import { checkSums, type SumDifference } from '../../../domain/order-sums.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import { readMoment } from '../../schemas/inputs.ts';
import type { NewAddress, NewOrderBody } from '../../schemas/new-order.ts';

/** The order that a body asks for. Throws `order_refused`, which names all that is missing and every sum that differs. */
export function requestedOrder(body: NewOrderBody, timeZone: string): NewOrder {
  const {
    totals: said,
    taxes,
    lines,
    allowUnknownReferences: _,
    placedAt,
    billing,
    delivery,
    ...rest
  } = body;
  const { totals, differences } = checkSums({ ...said, lines, ...defined({ taxes }) });
  const details = [...missingFields(body), ...differences.map(differenceProblem)];
  if (details.length > 0) throw fail('order_refused', { entity: 'order', details });
  return {
    ...rest,
    totals,
    lines: lines.map(orderLine),
    ...defined({
      placedAt: placedAt === undefined ? undefined : readMoment(placedAt, timeZone),
      billing: billing && { ...postalAddress(billing), ...defined({ vatNumber: filled(billing.vatNumber) }) },
      delivery: delivery && postalAddress(delivery),
    }),
  };
}

/** What a schema cannot say: fields of which one is needed. */
function missingFields({ customer, billing, delivery }: NewOrderBody): readonly Problem[] {
  const fields = [
    customer.id === undefined && customer.email === undefined ? 'customer.email' : undefined,
    isNameless(billing) ? 'billing.lastName' : undefined,
    isNameless(delivery) ? 'delivery.lastName' : undefined,
  ];
  return fields.flatMap((field) => (field === undefined ? [] : problem('field_missing', { field })));
}

const isNameless = (address: NewAddress | undefined): boolean =>
  address !== undefined && address.lastName === '' && !filled(address.company);

const differenceProblem = ({ field, expected, got }: SumDifference): Problem =>
  problem('order_sum_differs', { field, expected, value: got });

/** Fields that only some have are absent where they are empty. */
export const postalAddress = ({
  country,
  lastName,
  firstName,
  address1,
  postcode,
  city,
  ...options
}: NewAddress): PostalAddress => ({
  country,
  lastName,
  firstName,
  address1,
  postcode,
  city,
  ...defined({
    company: filled(options.company),
    address2: filled(options.address2),
    phone: filled(options.phone),
    mobile: filled(options.mobile),
  }),
});

/** An ecotax of 0 is none. */
function orderLine({ netTotal: _, grossTotal: __, ...line }: NewOrderBody['lines'][number]): OrderLine {
  const { ecotax, axis1, axis2, ...always } = line;
  return {
    ...always,
    ...defined({
      ecotax: ecotax === ZERO ? undefined : ecotax,
      axis1: filled(axis1),
      axis2: filled(axis2),
    }),
  };
}
