import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail } from '../../domain/error.ts';
import type { RawSettings } from './environment.ts';

export interface ConfigurationFile {
  readonly path: string;
  readonly folder: string;
  /** Not checked yet. */
  readonly settings: RawSettings;
}

/** Reads `path`, else the one that stands in `folder` as `NAME.ts` or `NAME.json`, if any. */
export async function readSettingsFile(
  folder: string,
  { path, name }: { readonly path?: string | undefined; readonly name: string },
): Promise<ConfigurationFile | undefined> {
  const found = path === undefined ? findFile(folder, name) : resolve(folder, path);
  if (found === undefined) return undefined;
  const content = await readContent(found).catch((cause: unknown) => {
    throw unreadable(found, cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (!isSettings(content)) throw unreadable(found, 'export default { … }');
  return { path: found, folder: dirname(found), settings: content };
}

function findFile(folder: string, name: string): string | undefined {
  const present = [`${name}.ts`, `${name}.json`]
    .map((file) => join(folder, file))
    .filter((path) => existsSync(path));
  if (present.length > 1) throw fail('configuration_ambiguous', { value: present.join(', ') });
  return present[0];
}

async function readContent(path: string): Promise<unknown> {
  if (extname(path) === '.json') return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  const module: { default?: unknown } = await import(pathToFileURL(path).href);
  return module.default;
}

const isSettings = (value: unknown): value is RawSettings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unreadable = (path: string, expected: string, cause?: unknown) =>
  fail('configuration_unreadable', { value: path, expected }, cause);
