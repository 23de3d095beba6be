import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fail } from '../../domain/error.ts';
import { EXTENSIONS, type Format, formatOfFile } from '../../records/formats.ts';
import type { TableKind } from '../../records/tables/tables.ts';

/** What an ERP leaves in its folder. */
export type FolderKind = Exclude<TableKind, 'orders'>;

/** The names of the files of each kind, in any case and with or without accents. */
export const FILE_NAMES: Readonly<Record<FolderKind, readonly string[]>> = {
  products: ['products', 'articles', 'produits'],
  stock: ['stock', 'stocks'],
  customers: ['customers', 'clients', 'tiers'],
  'price-rules': ['price-rules', 'grilles', 'tarifs'],
  documents: ['documents', 'pieces'],
  shipments: ['shipments', 'expeditions', 'suivi'],
};

export interface FolderFile {
  readonly name: string;
  readonly path: string;
  readonly kind: FolderKind;
  readonly format: Format;
}

/** The files of a folder that hold what an ERP has to say, in the order of their names. Throws `source_unavailable`. */
export async function filesInFolder(folder: string): Promise<readonly FolderFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw sourceUnavailable(folder, cause);
  });
  const files = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => ({ name, path: join(folder, name), ...meaningOf(name) }))
    .filter((file): file is FolderFile => 'kind' in file);
  const areFiles = await Promise.all(files.map(isFile));
  return files
    .filter((_, index) => areFiles[index])
    .toSorted((a, b) => byName(stemOf(a.name), stemOf(b.name)) || byName(a.name, b.name));
}

/** A link may lead to a device or a pipe, whose bytes never end. */
const isFile = ({ path }: FolderFile): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const stemOf = (name: string): string => name.slice(0, name.length - extname(name).length);

const { compare: byName } = new Intl.Collator('en', { numeric: true });

/** Several files of one kind are told apart by a number or a date: `articles-1.csv`, `articles 2026-03.csv`. */
const NUMBERED = /[-_ ]*(?:\(\d+\)|[-_ \d]*)$/;

function meaningOf(name: string): Pick<FolderFile, 'kind' | 'format'> | undefined {
  const format = formatOfFile(name);
  const stem = stemOf(name).replace(NUMBERED, '');
  const kind = KIND_BY_NAME.get(stem.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
  return kind && format && { kind, format };
}

const KIND_BY_NAME: ReadonlyMap<string, FolderKind> = new Map(
  (Object.keys(FILE_NAMES) as FolderKind[]).flatMap((kind) =>
    FILE_NAMES[kind].map((name): [string, FolderKind] => [name, kind]),
  ),
);

/** `articles.csv`, `stock.xlsx`…, for the message that a folder holds nothing. */
export const expectedNames = (): string =>
  `${Object.values(FILE_NAMES)
    .map((names) => names.join('|'))
    .join(', ')} (${EXTENSIONS.join(' ')})`;

export const sourceUnavailable = (place: string, cause: unknown) =>
  fail(
    'source_unavailable',
    { value: `${place}: ${cause instanceof Error ? cause.message : String(cause)}` },
    cause,
  );
