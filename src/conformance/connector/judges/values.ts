import { describeCall } from '../exchange.ts';
import { type Call, isProductWrite } from '../request/call.ts';
import { foldName, walk } from '../request/element.ts';
import { judged, type Observation } from './observation.ts';

interface Value {
  readonly name: string;
  readonly text: string;
}

const PRODUCT_NUMBERS = [
  ...['p_vente', 'p_vente2', 'p_vente3', 'p_vente4', 'p_vente5', 'price', 'prix', 'ecotaxe', 'tva'],
  ...['stock', 'quantity', 'poids', 'weight', 'largeur', 'hauteur', 'profondeur'],
];
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  add_product: PRODUCT_NUMBERS,
  update_product: PRODUCT_NUMBERS,
  add_option: PRODUCT_NUMBERS,
  update_option: PRODUCT_NUMBERS,
  add_grilles: ['price', 'from_qty', 'prix_de_base'],
  add_customer: ['tauxderemise'],
  add_order: [
    ...['total_discounts', 'total_discounts_tax_incl', 'total_discounts_tax_excl', 'total_paid'],
    ...['total_products', 'total_products_wt', 'total_shipping', 'carrier_tax_rate'],
    ...['product_quantity', 'product_price', 'tva_rate', 'ecotax'],
  ],
};
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Formats of values, wherever a message holds them (§3). An empty value is none. */
export function judgeValues(call: Call): readonly Observation[] {
  return [
    ...judgeNamed(call, 'connector.values.numbers', {
      names: NUMBERS[call.resource] ?? [],
      isRight: (text) => NUMBER.test(text),
      expected: '1234.5',
    }),
    ...judgeNamed(call, 'connector.values.booleans', {
      names: isProductWrite(call) ? ['actif', 'active', 'disponible'] : [],
      isRight: (text) => text === '1' || text === '0',
      expected: '1, 0',
    }),
    ...judgeNamed(call, 'connector.products.tax-rate', {
      names: isProductWrite(call) ? ['tva'] : [],
      isRight: isRateInPercent,
      expected: '0–100',
    }),
    ...judgeNamed(call, 'connector.price-rules.dates', {
      names: call.resource === 'add_grilles' ? ['from', 'to'] : [],
      isRight: (text) => NO_DATE.test(text) || isMoment(text),
      expected: 'yyyy-mm-dd hh:mm:ss',
    }),
  ];
}

function judgeNamed(
  call: Call,
  id: Observation['id'],
  rule: {
    readonly names: readonly string[];
    readonly isRight: (text: string) => boolean;
    readonly expected: string;
  },
): readonly Observation[] {
  if (rule.names.length === 0) return [];
  const found = valuesOf(call).filter(({ name, text }) => rule.names.includes(name) && text !== '');
  if (found.length === 0) return [];
  const wrong = found.filter(({ text }) => !rule.isRight(text));
  const faults = [...new Set(wrong.map(({ name, text }) => `${name}=${text.slice(0, 80)}`))];
  return judged(id, { what: describeCall(call), faults, expected: rule.expected });
}

/** Variables and the leaves of the XML. */
function valuesOf(call: Call): readonly Value[] {
  const variables = [...call.variables].map(([name, text]) => ({ name, text: text.trim() }));
  const leaves = call.root ? [...walk(call.root)].filter(({ children }) => children.length === 0) : [];
  return [...variables, ...leaves.map(({ name, text }) => ({ name: foldName(name), text }))];
}

/** A number that is unreadable is judged as a number; between 0 and 1 it is a fraction that was meant as a rate. */
function isRateInPercent(text: string): boolean {
  const rate = Number(text.replace(',', '.'));
  return Number.isNaN(rate) || rate === 0 || (rate >= 1 && rate <= 100);
}

const NO_DATE = /^(?:0|0000-00-00(?: 00:00:00)?)$/;

function isMoment(text: string): boolean {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text) ?? [];
  if (day === undefined) return false;
  const date = new Date(`${day}T${time}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
