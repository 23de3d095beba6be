import { pathToFileURL } from 'node:url';
import { fail } from '../domain/error.ts';

type Made = (...parameters: never) => unknown;

/** What a module of somebody's exports by default. Rejects with `file_unreadable`; `expected` is what it should say. */
export async function loadExport<Exported>(
  path: string,
  expected: string,
  isExpected: (value: unknown) => value is Exported,
): Promise<Exported> {
  const unreadable = (why: string, cause?: unknown) =>
    fail('file_unreadable', { value: path, expected: why }, cause);
  const module: { default?: unknown } = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    throw unreadable(cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (isExpected(module.default)) return module.default;
  throw unreadable(expected);
}

/** The function that it exports. */
export const loadDefault = <Make extends Made>(path: string, expected: string): Promise<Make> =>
  loadExport(path, expected, isMade<Make>);

/** What it takes and gives nobody can see: it is as its author says. */
const isMade = <Make extends Made>(value: unknown): value is Make => typeof value === 'function';
