import type { ShownValue } from '../../domain/effect.ts';
import { redactedValue } from './personal.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** A value of the field of that name; inside objects each text goes by its own field's name. Amounts and yes or no stay. */
export function redactedJson(value: ShownValue, pseudonyms: Pseudonyms, name: string): ShownValue {
  if (typeof value === 'string') return redactedValue(name, value, pseudonyms);
  if (Array.isArray(value)) return value.map((one) => redactedJson(one, pseudonyms, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, redactedJson(inner, pseudonyms, key)]),
  );
}

/** The variables of a form. */
export const redactedNames = (
  variables: Readonly<Record<string, string>>,
  pseudonyms: Pseudonyms,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, redactedValue(name, value, pseudonyms)]),
  );
