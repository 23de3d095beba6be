import type { Problem } from '../../domain/problem.ts';
import { isPart, type Part } from '../../records/tables/parts.ts';
import { readNamedFile, versionOfNamedFile } from '../folder/named-file.ts';
import { base64FromCell } from './cell-text.ts';

/** No name of a file is longer: it is base64 in a column of text. */
const LONGEST_NAME = 1024;

/** A record's field that says bytes. */
export type FilePart = 'image' | 'file';

/** The record with the bytes that the cell itself holds; a file's name stays a name. */
export function withCellBytes(record: unknown, part: FilePart): unknown {
  const name = nameIn(record, part);
  if (name === undefined || !isPart(record)) return record;
  const base64 = base64FromCell(name) ?? (name.length > LONGEST_NAME ? name : undefined);
  return base64 === undefined ? record : { ...record, [part]: { base64 } };
}

/** The record with the bytes of the file that it names, or why there are none. */
export async function withFileBytes(
  record: unknown,
  part: FilePart,
  folder: string,
): Promise<{ readonly record: unknown } | { readonly problem: Problem }> {
  const name = nameIn(record, part);
  if (name === undefined || !isPart(record)) return { record };
  const found = await readNamedFile(folder, name);
  if ('reason' in found) return { problem: { ...found, field: part } };
  return { record: { ...record, [part]: { base64: found.bytes.toString('base64') } } };
}

export const withoutFile = (record: unknown, part: FilePart): unknown => {
  if (!isPart(record)) return record;
  const { [part]: _, ...rest }: Part = record;
  return rest;
};

/** Changes when the named file does; empty when none is named. */
export async function namedFileVersion(record: unknown, part: FilePart, folder: string): Promise<string> {
  const name = nameIn(record, part);
  const version = name === undefined ? '' : await versionOfNamedFile(folder, name);
  return typeof version === 'string' ? version : version.reason;
}

function nameIn(record: unknown, part: FilePart): string | undefined {
  const said = isPart(record) ? record[part] : undefined;
  const name = isPart(said) ? said.name : undefined;
  return typeof name === 'string' ? name : undefined;
}
