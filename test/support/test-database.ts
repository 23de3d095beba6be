import { randomBytes } from 'node:crypto';

/** A database of one test's own, on a real server. */
export interface TestDatabase {
  readonly url: string;
  execute(...statements: readonly string[]): Promise<void>;
  /** The first cell of the first row, as text. */
  cell(sql: string): Promise<string>;
  drop(): Promise<void>;
}

export const freshName = (): string => `passerelle_test_${process.pid}_${randomBytes(4).toString('hex')}`;

export function withDatabase(url: string, name: string): string {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

export function firstCell(rows: unknown): string {
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return Array.isArray(row) ? String(row[0]) : '';
}
