import { type Decoded, type Problem, rejected } from '../domain/problem.ts';

/** One record of a file: a value to decode, or what made it unreadable. */
export type SourceRecord = ReadableRecord | { readonly line: number; readonly problem: Problem };

export interface ReadableRecord {
  readonly line: number;
  readonly value: unknown;
  /** How the file names our fields, where it does in its own words. */
  readonly headers?: ReadonlyMap<string, string>;
}

/** Decodes a record; a refusal names the field in the file's own words. */
export function decodeRecord<T>(record: SourceRecord, read: (value: unknown) => Decoded<T>): Decoded<T> {
  if ('problem' in record) return rejected(record.problem);
  const result = read(record.value);
  return result.ok ? result : rejected(inItsWords(result.problem, record));
}

/** The problem with the column that the field was read from; a list's items share a column. */
export function inItsWords(problem: Problem, { headers }: Pick<ReadableRecord, 'headers'>): Problem {
  const header = problem.field && headers?.get(problem.field.replace(/\[\d+\]/g, '.0'));
  return header ? { ...problem, field: header } : problem;
}
