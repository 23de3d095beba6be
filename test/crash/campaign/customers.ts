import type { Customer, CustomerChange, CustomerFields } from '../../../src/domain/customer.ts';
import { CLIENTS } from './clients.ts';
import { duplicates, type Observation } from './ledger.ts';

const CODES = Array.from({ length: 20 }, (_, index) => `CLI${index}`);
/** One for each client. */
const FIELDS = [
  'name',
  'firstName',
  'company',
  'phone',
  'mobile',
  'fax',
  'salesPerson',
  'paymentTerms',
] as const;
const fieldOf = (client: number): keyof CustomerFields => FIELDS[client] ?? 'payerName';
const emailOf = (client: number, code: string): string => `${client}@${code.toLowerCase()}.fr`;

export const customersThing = (client: number): string => `customers of client ${client}`;

/** A message of all customers, each with a field and a contact of this client. */
export const customerChanges = (client: number, number: number): readonly CustomerChange[] =>
  CODES.map((code) => ({
    code,
    fields: { [fieldOf(client)]: `${number}` },
    contacts: [{ fields: { email: emailOf(client, code), name: `${number}` } }],
  }));

export function observeCustomers(customers: readonly Customer[]): readonly Observation[] {
  const byCode = new Map(customers.map((customer) => [customer.code, customer]));
  return CLIENTS.map((client) => ({
    thing: customersThing(client),
    numbers: CODES.flatMap((code) => numbersIn(byCode.get(code), client, code)),
  }));
}

function numbersIn(customer: Customer | undefined, client: number, code: string): readonly number[] {
  const contact = customer?.contacts.find(({ fields }) => fields.email === emailOf(client, code));
  return [customer?.fields[fieldOf(client)], contact?.fields.name].map((value) => Number(value ?? 0));
}

export const doubleCustomers = (customers: readonly Customer[]): readonly string[] => [
  ...duplicates(
    'customer',
    customers.map(({ code = '' }) => code),
  ),
  ...customers.flatMap(({ contacts }) =>
    duplicates(
      'contact',
      contacts.map(({ fields: { email = '' } }) => email),
    ),
  ),
];
