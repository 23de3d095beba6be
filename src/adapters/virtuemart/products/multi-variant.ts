import type { Axis } from '../../../domain/product.ts';

/**
 * A product's choice of variants as VirtueMart's field of the type `C` keeps it: columns, which are an attribute of the
 * product or, as `clabels`, a name of one's own, and for each variant its value in every column.
 */
export interface MultiVariant {
  readonly columns: readonly Column[];
  /** By the variant's id; the parent has a row too. */
  readonly rows: ReadonlyMap<number, readonly string[]>;
  /** Parameters beside these, as JSON. */
  readonly others: Readonly<Record<string, string>>;
}

interface Column {
  readonly voption: string;
  readonly clabel: string;
  /** What may be chosen, a line each. */
  readonly values: string;
}

const OWN_NAME = 'clabels';
const DEFAULTS = { usecanonical: '"0"', showlabels: '"0"', sCustomId: '""', clabels: '"0"' };

export const NO_CHOICE: MultiVariant = { columns: [], rows: new Map(), others: DEFAULTS };

/** Reads `name=json|name=json|`; what cannot be read is left out. */
export function parseMultiVariant(params: string | null): MultiVariant {
  const entries = (params ?? '').split('|').flatMap((part): [string, string][] => {
    const mark = part.indexOf('=');
    return mark > 0 ? [[part.slice(0, mark), part.slice(mark + 1)]] : [];
  });
  const { selectoptions, options, ...others } = Object.fromEntries(entries);
  const columns = parseJson(selectoptions);
  const rows = parseJson(options);
  return {
    columns: Array.isArray(columns) ? columns.map(columnFrom) : [],
    rows: new Map(recordOf(rows).map(([id, values]) => [Number(id), textsOf(values)])),
    others,
  };
}

/** A bar would end the parameter there: VirtueMart looks for nothing else. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('|', '\\u007c');

export const formatMultiVariant = ({ columns, rows, others }: MultiVariant): string =>
  [
    ...Object.entries({ ...DEFAULTS, ...others }),
    ['selectoptions', json(columns)],
    ['options', json(Object.fromEntries(rows))],
  ]
    .map(([name, value]) => `${name}=${value}|`)
    .join('');

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const recordOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const textsOf = (values: unknown): readonly string[] => recordOf(values).map(([, value]) => textOf(value));

function columnFrom(value: unknown): Column {
  const fields = new Map(recordOf(value));
  const of = (name: string): string => textOf(fields.get(name));
  return { voption: of('voption'), clabel: of('clabel'), values: of('values') };
}

/** The axes of one variant, in the order of the columns. */
export const axesOf = ({ columns, rows }: MultiVariant, variant: number): readonly Axis[] =>
  columns.flatMap(({ voption, clabel }, index) => {
    const value = rows.get(variant)?.[index] ?? '';
    return voption === OWN_NAME && value !== '' ? [{ name: clabel, value }] : [];
  });

export interface Family {
  readonly parent: number;
  readonly variants: readonly number[];
  /** The variants that have other axes now. */
  readonly axes: ReadonlyMap<number, readonly Axis[]>;
}

/** The choice once these variants have these axes: columns that nobody uses go, and rows of those that are no variants. */
export function reshaped(choice: MultiVariant, { parent, variants, axes }: Family): MultiVariant {
  const known = new Set(choice.columns.filter(isOwn).map(({ clabel }) => clabel));
  const names = [...axes.values()].flatMap((own) => own.map(({ name }) => name));
  const added = [...new Set(names)].filter((name) => !known.has(name));
  const columns = [
    ...choice.columns,
    ...added.map((clabel): Column => ({ voption: OWN_NAME, clabel, values: '' })),
  ];
  const rowOf = (id: number): readonly string[] => {
    const before = choice.rows.get(id) ?? [];
    const own = axes.get(id);
    return columns.map((column, index) =>
      own && isOwn(column) ? valueOn(own, column.clabel) : (before[index] ?? ''),
    );
  };
  const rows = new Map([parent, ...variants].map((id) => [id, rowOf(id)]));
  const used = columns.map(
    (column, index) => !isOwn(column) || [...rows.values()].some((row) => row[index] !== ''),
  );
  const kept = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => used[index]);
  return {
    others: choice.others,
    columns: kept(
      columns.map((column, index) =>
        withValues(
          column,
          [...rows.values()].map((row) => row[index] ?? ''),
        ),
      ),
    ),
    rows: new Map([...rows].map(([id, row]) => [id, kept(row)])),
  };
}

const isOwn = ({ voption }: Column): boolean => voption === OWN_NAME;

const valueOn = (axes: readonly Axis[], wanted: string): string =>
  axes.find(({ name }) => name === wanted)?.value ?? '';

/** The values in the order in which they are offered so far, new ones behind. */
function withValues(column: Column, values: readonly string[]): Column {
  if (!isOwn(column)) return column;
  const used = new Set(values.filter((value) => value !== ''));
  const before = column.values.split(/\r?\n/).filter((value) => used.has(value));
  return { ...column, values: [...new Set([...before, ...used])].join('\r\n') };
}
