import { extname } from 'node:path';

/** The formats of files of records, by the names of the command line. */
export const FORMATS = ['jsonl', 'csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** In lower case. `csv` is any table in a text file. */
const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.txt', 'csv'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.xlsx', 'xlsx'],
]);

export const EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys()];

export const formatOfFile = (name: string): Format | undefined =>
  BY_EXTENSION.get(extname(name).toLowerCase());
