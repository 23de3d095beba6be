import { parseLocalDateTime } from '../../../domain/dates.ts';
import { parseDecimal } from '../../../domain/decimal.ts';
import type { FieldKind, FieldTable } from '../../../domain/fields.ts';
import { closest } from '../../../parsing/closest.ts';

/** What is wrong with a value, and where in the record. */
export interface Fault {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly expected: string;
}

/** What was seen on the way. */
export interface Notes {
  /** A field was said to be undefined: it is as if it were absent. */
  hasUndefined: boolean;
}

/** `before` is what stood there when the hook got it: what is the very same is right, and is not looked at again. */
export type Check = (value: unknown, before: unknown, notes: Notes) => Fault | undefined;

const fault = (value: unknown, expected: string): Fault => ({ path: [], value, expected });

const inside = (key: string, { path, ...rest }: Fault): Fault => ({ path: [key, ...path], ...rest });

/** Neither a database nor XML can hold these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export const text: Check = (value) =>
  typeof value === 'string' && !UNFIT.test(value) && value.isWellFormed()
    ? undefined
    : fault(value, 'a text without control characters');

/** A record's key. */
export const code: Check = (value, before, notes) =>
  text(value, before, notes) ??
  (value !== '' && String(value).trim() === value
    ? undefined
    : fault(value, 'a text that is not empty, without spaces around it'));

const decimal: Check = (value) =>
  typeof value === 'string' && parseDecimal(value) === value
    ? undefined
    : fault(value, 'a Decimal such as "12.5" (parseDecimal makes one)');

const date: Check = (value) =>
  typeof value === 'string' && parseLocalDateTime(value) !== undefined
    ? undefined
    : fault(value, 'a date as "2026-01-31 12:00:00"');

const boolean: Check = (value) => (typeof value === 'boolean' ? undefined : fault(value, 'true or false'));

const KINDS: Readonly<Record<FieldKind, Check>> = { text, decimal, date, boolean };

export const bytes: Check = (value) =>
  value instanceof Uint8Array ? undefined : fault(value, 'a Uint8Array');

export const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
      ? undefined
      : fault(value, values.map((known) => JSON.stringify(known)).join(', '));

export const nullable =
  (check: Check): Check =>
  (value, before, notes) =>
    value === null ? undefined : check(value, before, notes);

export const list =
  (check: Check): Check =>
  (value, before, notes) => {
    if (!Array.isArray(value)) return fault(value, 'a list');
    const old: readonly unknown[] = Array.isArray(before) ? before : [];
    for (const [index, item] of value.entries()) {
      if (item === old[index] && item !== undefined) continue;
      const found = check(item, old[index], notes);
      if (found) return inside(String(index), found);
    }
    return undefined;
  };

type Values = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Goes through what differs from before. */
function eachChanged(
  value: Values,
  { before, notes }: { readonly before: unknown; readonly notes: Notes },
  look: (key: string, item: unknown, old: unknown) => Fault | undefined,
): Fault | undefined {
  const old: Values = isRecord(before) ? before : {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === undefined) {
      notes.hasUndefined = true;
      continue;
    }
    if (item === old[key] && Object.hasOwn(old, key)) continue;
    const found = look(key, item, old[key]);
    if (found) return inside(key, found);
  }
  return undefined;
}

/** Names that nobody knows before, each with such a value. */
export const map =
  (check: Check): Check =>
  (value, before, notes) =>
    isRecord(value)
      ? eachChanged(value, { before, notes }, (key, item, old) =>
          key === '' ? fault(item, 'a name that is not empty') : check(item, old, notes),
        )
      : fault(value, 'an object');

type Checks = Readonly<Record<string, Check>>;

/** Of these fields, no others; `required` are never absent. */
export function record({
  required = {},
  optional = {},
}: {
  readonly required?: Checks;
  readonly optional?: Checks;
}): Check {
  const checks = new Map(Object.entries({ ...required, ...optional }));
  const needed = Object.keys(required);
  return (value, before, notes) => {
    if (!isRecord(value)) return fault(value, 'an object');
    const missing = needed.find((key) => value[key] === undefined);
    if (missing !== undefined) return inside(missing, fault(undefined, 'a value'));
    return eachChanged(value, { before, notes }, (key, item, old) => {
      const check = checks.get(key);
      return check ? check(item, old, notes) : fault(item, unknownField(key, [...checks.keys()]));
    });
  };
}

function unknownField(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  return near === undefined
    ? `nothing of that name; known: ${known.join(', ')}`
    : `nothing of that name; did you mean "${near}"?`;
}

/** A check for each field of a table of the domain. */
export const fieldChecks = <Table extends FieldTable>(table: Table) =>
  Object.fromEntries(Object.entries(table).map(([name, kind]) => [name, KINDS[kind]])) as {
    readonly [Name in keyof Table]: Check;
  };

const eachNullable = (checks: Checks): Checks =>
  Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, nullable(check)]));

/** `Changes` of a table: each absent, `null` or a value. */
export const changes = (table: FieldTable): Check => record({ optional: eachNullable(fieldChecks(table)) });
