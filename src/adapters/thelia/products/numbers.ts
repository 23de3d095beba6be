import type { Changes } from '../../../domain/changes.ts';
import { add, type Decimal, divide, multiply, parseDecimal, round, ZERO } from '../../../domain/decimal.ts';
import type { ProductFields } from '../../../domain/product.ts';
import { asFloat } from '../floats.ts';

/** Thelia's own numbers of a product: prices include tax. */
export interface NumberColumns {
  readonly prix: Decimal;
  readonly ecotaxe: Decimal;
  readonly tva: Decimal;
  readonly poids: Decimal;
}

export const NO_NUMBERS: NumberColumns = { prix: ZERO, ecotaxe: ZERO, tva: ZERO, poids: ZERO };

const NAMES = ['netPrice', 'ecotax', 'taxRate', 'weight'] as const;
type NumberName = (typeof NAMES)[number];
export type Numbers = Partial<Pick<ProductFields, NumberName>>;

/**
 * What the ERP said where the columns do not say the same: a `float` has seven digits, a price there includes tax, and 0
 * is both nothing and 0. It holds for as long as the columns show what was written for it.
 */
export type NumberMemory = Readonly<
  Partial<Record<NumberName, { readonly said: Decimal; readonly shown: string }>>
>;

const HUNDRED = parseDecimal('100') ?? ZERO;
const SCALE = 6;

export const gross = (net: Decimal, rate: Decimal): Decimal =>
  round(divide(multiply(net, add(HUNDRED, rate)), HUNDRED, SCALE + 2), SCALE);

/** `rate`: percent. */
export function net(price: Decimal, rate: Decimal): Decimal {
  const factor = add(HUNDRED, rate);
  return factor === ZERO ? price : divide(multiply(price, HUNDRED), factor, SCALE);
}

const filled = (value: Decimal): Decimal | undefined => (value === ZERO ? undefined : value);

function derived({
  prix,
  ecotaxe,
  tva,
  poids,
}: NumberColumns): Readonly<Record<NumberName, Decimal | undefined>> {
  return {
    netPrice: filled(net(prix, tva)),
    ecotax: filled(net(ecotaxe, tva)),
    taxRate: filled(tva),
    weight: filled(poids),
  };
}

const shownOf = ({ prix, ecotaxe, tva, poids }: NumberColumns): Readonly<Record<NumberName, string>> => ({
  netPrice: `${prix} ${tva}`,
  ecotax: `${ecotaxe} ${tva}`,
  taxRate: tva,
  weight: poids,
});

/** The numbers of a product as the ERP speaks of them. */
export function numbersOf(columns: NumberColumns, memory: NumberMemory): Numbers {
  const shown = shownOf(columns);
  const known = derived(columns);
  const entries = NAMES.map((name) => {
    const kept = memory[name];
    return [name, kept?.shown === shown[name] ? kept.said : known[name]];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

export interface ChangedNumbers {
  readonly columns: NumberColumns;
  readonly memory: NumberMemory;
}

/** The columns and the memory once a change is applied. The ERP's prices exclude tax: another rate is another price here. */
export function changedNumbers(
  before: ChangedNumbers,
  said: Changes<Pick<ProductFields, NumberName>>,
): ChangedNumbers {
  const now = numbersOf(before.columns, before.memory);
  const wanted = { ...now, ...saidNumbers(said) };
  const rate = wanted.taxRate ?? ZERO;
  const isOther = (name: NumberName): boolean => (wanted[name] ?? undefined) !== now[name];
  const price = (name: 'netPrice' | 'ecotax', column: Decimal): Decimal =>
    isOther(name) || isOther('taxRate') ? asFloat(gross(wanted[name] ?? ZERO, rate)) : column;
  const { prix, ecotaxe, tva, poids } = before.columns;
  const columns: NumberColumns = {
    prix: price('netPrice', prix),
    ecotaxe: price('ecotax', ecotaxe),
    tva: isOther('taxRate') ? asFloat(rate) : tva,
    poids: isOther('weight') ? asFloat(wanted.weight ?? ZERO) : poids,
  };
  return { columns, memory: memoryOf(columns, wanted) };
}

const saidNumbers = (
  said: Changes<Pick<ProductFields, NumberName>>,
): Partial<Record<NumberName, Decimal | null>> =>
  Object.fromEntries(NAMES.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));

function memoryOf(columns: NumberColumns, wanted: Partial<Record<NumberName, Decimal | null>>): NumberMemory {
  const known = derived(columns);
  const shown = shownOf(columns);
  const entries = NAMES.flatMap((name) => {
    const said = wanted[name] ?? undefined;
    return said === undefined || said === known[name] ? [] : [[name, { said, shown: shown[name] }]];
  });
  return Object.fromEntries(entries);
}
