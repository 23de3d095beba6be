import type { CustomerChange } from '../../domain/customer.ts';
import type { Entity } from '../../domain/entity.ts';
import type { Problem } from '../../domain/problem.ts';
import { CUSTOMER_TABLE } from './customers/customer-tables.ts';
import type { WireTable } from './parts/field-table.ts';
import { PRODUCT_TABLE } from './products/product-table.ts';

type CustomerPart = 'contacts' | 'deliveryAddresses' | 'billingAddress';

/** The elements of a client that hold records of their own (seed §14). */
export const CUSTOMER_PARTS = {
  contacts: 'contacts',
  deliveryAddresses: 'livraisons',
  billingAddress: 'facturation',
} as const satisfies Record<CustomerPart & keyof CustomerChange, string>;

const namesOf = (table: WireTable): readonly (readonly [string, string])[] =>
  Object.entries(table).map(([field, { names }]) => [field, names[0]]);

const PRODUCT_NAMES: ReadonlyMap<string, string> = new Map(namesOf(PRODUCT_TABLE));
const NAMES: Readonly<Partial<Record<Entity, ReadonlyMap<string, string>>>> = {
  customer: new Map([...namesOf(CUSTOMER_TABLE), ...Object.entries(CUSTOMER_PARTS)]),
  product: PRODUCT_NAMES,
  variant: PRODUCT_NAMES,
};

/** What a shop found wrong, with the field as the sender knows it. */
export function inWireNames(problem: Problem): Problem {
  const { entity, field } = problem;
  const name = entity && field && NAMES[entity]?.get(field);
  return name ? { ...problem, field: name } : problem;
}
