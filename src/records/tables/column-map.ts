import { fail } from '../../domain/error.ts';
import { foldHeader } from './headers.ts';
import type { Meaning, Target } from './synonyms.ts';

/**
 * What a person says of a table's columns, by header: a path of ours (`netPrice`, `billingAddress.city`),
 * `customFields.NAME`, `axes.NAME` (a variant's axis) or `''` (not read). `!active` is a yes/no column that says the
 * contrary (`Sommeil`); `price`, `percent_off` and `amount_off` are a price rule's value and its kind at once.
 */
export type ColumnMap = Readonly<Record<string, string>>;

/** What a column was recognised as: a field of ours, or what becomes of its cells. */
export interface Recognised {
  readonly target: Target | undefined;
  /** Of a column without target. */
  readonly meaning: Meaning;
  /** The custom field's name, or the axis's. */
  readonly name: string;
}

const TRANSLATION = /^translations\.[A-Za-z-]{2,12}\.(?:name|description|shortDescription|meta[A-Z]\w+)$/;
const OTHERS: readonly (readonly [prefix: string, meaning: Meaning])[] = [
  ['customFields.', 'custom'],
  ['axes.', 'axis'],
];

/** Undefined for a path that the table does not have. */
export function recognisedPath(path: string, known: ReadonlyMap<string, Target>): Recognised | undefined {
  if (path === '') return { target: undefined, meaning: 'ignored', name: '' };
  for (const [prefix, meaning] of OTHERS)
    if (path.startsWith(prefix)) return { target: undefined, meaning, name: path.slice(prefix.length) };
  const target = TRANSLATION.test(path) ? ({ path, cell: 'text' } as const) : targetFromPath(path, known);
  return target && { target, meaning: 'ignored', name: '' };
}

/** Any item of a list is read as its first: `deliveryAddresses.1.city`. */
function targetFromPath(path: string, known: ReadonlyMap<string, Target>): Target | undefined {
  const targets = targetsByName(known);
  const exact = targets.get(path);
  if (exact) return exact;
  const first = targets.get(path.replace(/\.\d+(?=\.|$)/g, '.0'));
  return first && { ...first, path };
}

/** How a column is written down in a map. */
export function pathOfColumn({ target, meaning, name }: Recognised): string {
  if (target) return nameOfTarget(target);
  return meaning === 'ignored' ? '' : `${meaning === 'axis' ? 'axes' : 'customFields'}.${name}`;
}

const nameOfTarget = ({ path, cell, implies }: Target): string =>
  implies ? implies.value : cell === 'inverted' ? `!${path}` : path;

const cache = new WeakMap<ReadonlyMap<string, Target>, ReadonlyMap<string, Target>>();

function targetsByName(known: ReadonlyMap<string, Target>): ReadonlyMap<string, Target> {
  const kept = cache.get(known);
  if (kept) return kept;
  const targets = new Map([...known.values()].map((target) => [nameOfTarget(target), target]));
  cache.set(known, targets);
  return targets;
}

/** The path that the map gives for a header; spelled as in the map, or else but for case and accents. */
export function pathInMap(map: ColumnMap, header: string): string | undefined {
  if (Object.hasOwn(map, header)) return map[header];
  const folded = foldHeader(header);
  const name = Object.keys(map).find((key) => folded !== '' && foldHeader(key) === folded);
  return name === undefined ? undefined : map[name];
}

/** The paths that the map gives to these headers. Throws `field_unknown`, or `value_conflict` for one given twice. */
export function checkedMap(
  headers: readonly string[],
  known: ReadonlyMap<string, Target>,
  map: ColumnMap,
): Set<string> {
  const headerByPath = new Map<string, string>();
  for (const header of new Set(headers)) {
    const said = pathInMap(map, header);
    if (said === undefined) continue;
    const recognised = recognisedPath(said, known);
    if (!recognised) throw fail('field_unknown', { field: said, expected: pathsOf(known) });
    const path = recognised.target?.path;
    if (path === undefined) continue;
    const other = headerByPath.get(path);
    if (other !== undefined) throw fail('value_conflict', { field: path, value: other, expected: header });
    headerByPath.set(path, header);
  }
  return new Set(headerByPath.keys());
}

const pathsOf = (known: ReadonlyMap<string, Target>): string =>
  [...targetsByName(known).keys(), ...OTHERS.map(([prefix]) => `${prefix}…`)].join(', ');
