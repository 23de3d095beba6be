import {
  ADDRESS_FIELDS,
  CONTACT_FIELDS,
  CUSTOMER_FIELDS,
  PERSON_FIELDS,
  POSTAL_ADDRESS_FIELDS,
  POSTAL_ADDRESS_OPTIONS,
} from '../../../domain/customer.ts';
import type { FieldKind, FieldTable } from '../../../domain/fields.ts';
import {
  ORDER_DOCUMENT_STATES,
  ORDER_DOCUMENT_TYPES,
  ORDER_FIELDS,
  ORDER_LINE_FIELDS,
  ORDER_LINE_OPTIONS,
  ORDER_OPTIONS,
  ORDER_TOTALS,
} from '../../../domain/order.ts';
import { PRICE_RULE_KEY, PRICE_RULE_KINDS, PRICE_RULE_OPTIONS } from '../../../domain/price-rule.ts';
import { PLAIN_FIELDS, PRICE_LEVELS, PRODUCT_FIELDS } from '../../../domain/product.ts';
import type { MappedKind } from './field-map.ts';

/** A place in a record that a map may read or write. */
export interface Slot {
  /** The keys that lead there; `*` is each of a list: of an order's lines, of the variants in a gamme. */
  readonly steps: readonly string[];
  readonly kind: FieldKind;
  /** The only values that it can hold. */
  readonly values?: readonly string[];
  /** A record's key, or what the shop alone decides. */
  readonly readOnly?: true;
  /** A part that maps do not make: what is in it is mapped where it is there. */
  readonly within?: string;
}

type Slots = ReadonlyMap<string, Slot>;

const slotsUnder = (prefix: string, steps: readonly string[], table: FieldTable): [string, Slot][] =>
  Object.entries(table).map(([name, kind]) => [`${prefix}${name}`, { steps: [...steps, name], kind }]);

const slotsOf = (table: FieldTable): [string, Slot][] => slotsUnder('', [], table);

const readOnly = (table: FieldTable, prefix = '', steps: readonly string[] = []): [string, Slot][] =>
  slotsUnder(prefix, steps, table).map(([path, slot]) => [path, { ...slot, readOnly: true }]);

const { netPrice, stock, weight } = PLAIN_FIELDS;

const PRODUCT: Slots = new Map([
  ...slotsUnder('variants.', ['variants', '*', 'fields'], { netPrice, stock, weight }),
  ...readOnly({ reference: 'text' }, 'variants.', ['variants', '*']),
  ...slotsUnder('', ['fields'], PRODUCT_FIELDS),
  ...PRICE_LEVELS.map((level): [string, Slot] => [
    `priceLevels.${level}`,
    { steps: ['priceLevels', String(level)], kind: 'decimal' },
  ]),
  ...readOnly({ reference: 'text', parent: 'text' }),
]);

const CUSTOMER: Slots = new Map([
  ...slotsUnder('', ['fields'], CUSTOMER_FIELDS),
  ...slotsUnder('contacts.', ['contacts', '*', 'fields'], CONTACT_FIELDS),
  ...slotsUnder('deliveryAddresses.', ['deliveryAddresses', '*', 'fields'], ADDRESS_FIELDS),
  ...slotsUnder('billingAddress.', ['billingAddress', 'fields'], ADDRESS_FIELDS).map(
    ([path, slot]): [string, Slot] => [path, { ...slot, within: 'billingAddress' }],
  ),
  ...readOnly({ code: 'text' }),
]);

const { source, rule, reference, ...RULE } = PRICE_RULE_KEY;

const PRICE_RULE: Slots = new Map<string, Slot>([
  ...slotsOf({ ...RULE, value: 'decimal' }),
  ['kind', { steps: ['kind'], kind: 'text', values: PRICE_RULE_KINDS }],
  ...slotsUnder('', ['options'], PRICE_RULE_OPTIONS),
  ...readOnly({ source, rule, reference }),
]);

const ADDRESS = { ...POSTAL_ADDRESS_FIELDS, ...POSTAL_ADDRESS_OPTIONS };
const { id: personId, ...PERSON } = PERSON_FIELDS;

const ORDER: Slots = new Map<string, Slot>([
  ...slotsOf({ ...ORDER_FIELDS, ...ORDER_OPTIONS, reference: 'text', excluded: 'boolean' }),
  ['documentType', { steps: ['documentType'], kind: 'text', values: ORDER_DOCUMENT_TYPES }],
  ['documentState', { steps: ['documentState'], kind: 'text', values: ORDER_DOCUMENT_STATES }],
  ...slotsUnder('customer.', ['customer'], { ...PERSON, erpCode: 'text' }),
  ...slotsUnder('delivery.', ['delivery'], ADDRESS),
  ...slotsUnder('billing.', ['billing'], { ...ADDRESS, vatNumber: 'text' }),
  ...slotsUnder('totals.', ['totals'], ORDER_TOTALS),
  ...slotsUnder('lines.', ['lines', '*'], { ...ORDER_LINE_FIELDS, ...ORDER_LINE_OPTIONS }),
  ...readOnly({ id: 'text', state: 'text', placedAt: 'date' }),
  ...readOnly({ id: personId }, 'customer.', ['customer']),
]);

const SLOTS: Readonly<Record<MappedKind, Slots>> = {
  products: PRODUCT,
  customers: CUSTOMER,
  priceRules: PRICE_RULE,
  orders: ORDER,
};

const CUSTOM = /^(?:xx_.+|customFields\.(.+))$/s;

/** A field by its path, a custom field as `xx_name` or `customFields.name`, an order's own node as `client/name`. */
export function slotOf(kind: MappedKind, path: string): Slot | undefined {
  const known = SLOTS[kind].get(path);
  if (known) return known;
  // A price rule has no custom fields.
  if (kind === 'priceRules') return undefined;
  const [custom, name = custom] = CUSTOM.exec(path) ?? [];
  const node = kind === 'orders' && path.includes('/') ? path : name;
  return node === undefined ? undefined : { steps: ['customFields', node], kind: 'text' };
}

/** What may stand in `from` or `to`, custom fields not counted. */
export const knownPaths = (kind: MappedKind, isTarget: boolean): readonly string[] =>
  [...SLOTS[kind]].filter(([, slot]) => !(isTarget && slot.readOnly)).map(([path]) => path);

export const isPerLine = ({ steps }: Slot): boolean => steps.some((step) => step.includes('*'));

/** The list whose records it is in, one by one. Own nodes stand in an order's lines. */
export const listOf = ({ steps: [first = '', second] }: Slot): string => (second === '*' ? first : 'lines');

/** The slot of one line, by its index. Own nodes count from 1. */
export const ofLine = (slot: Slot, index: number): Slot => ({
  ...slot,
  steps: slot.steps.map((step) => (step === '*' ? String(index) : step.replace('*', String(index + 1)))),
});
