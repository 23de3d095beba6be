import type { Changes } from '../../domain/changes.ts';
import { parseDecimal } from '../../domain/decimal.ts';
import type { ProductField, ProductFields } from '../../domain/product.ts';
import type { Capabilities, Digits } from '../../shop/capabilities.ts';
import { requireLength } from './lengths.ts';
import { fitNumber } from './numbers.ts';
import type { Remarks } from './remarks.ts';

/** Which numbers are of which length. */
const LENGTHS: Readonly<Partial<Record<string, keyof Capabilities['digits']>>> = {
  netPrice: 'money',
  ecotax: 'money',
  stock: 'stock',
  weight: 'weight',
  width: 'measures',
  height: 'measures',
  depth: 'measures',
} satisfies Partial<Record<ProductField, keyof Capabilities['digits']>>;

const longest = (name: string, capabilities: Capabilities): number | undefined =>
  Object.entries(capabilities.longest).find(([known]) => known === name)?.[1];

const lengthOf = (length: keyof Capabilities['digits'], { digits }: Capabilities): Digits | undefined =>
  digits[length] ?? (length === 'weight' ? digits.measures : undefined);

interface Fitting {
  readonly capabilities: Capabilities;
  readonly remarks: Remarks;
}

/** The fields that the shop keeps, with values that it can hold. `prefix` says where they stand in the record. */
export function fitFields<Fields extends Partial<ProductFields>>(
  fields: Changes<Fields>,
  fitting: Fitting,
  prefix = '',
): Changes<Fields> {
  const kept = Object.entries<unknown>(fields).flatMap(([name, value]) => {
    const fitted = fitField(name, value, { ...fitting, field: `${prefix}${name}` });
    return fitted === undefined ? [] : [[name, fitted]];
  });
  return Object.fromEntries(kept) as Changes<Fields>;
}

function fitField(
  name: string,
  value: unknown,
  { capabilities, remarks, field }: Fitting & { readonly field: string },
): unknown {
  const has = (names: readonly string[]): boolean => names.includes(name);
  if (!has(capabilities.productFields)) {
    remarks.add('field_not_kept', { field });
    return undefined;
  }
  if (value === null && !has(capabilities.emptyFields)) {
    remarks.add('field_not_emptied', { field });
    return undefined;
  }
  if (typeof value === 'string') requireLength(value, { field, limit: longest(name, capabilities), remarks });
  const length = LENGTHS[name];
  const number = length && typeof value === 'string' ? parseDecimal(value) : undefined;
  if (number === undefined) return value;
  return fitNumber(number, { field, digits: length && lengthOf(length, capabilities), remarks });
}
