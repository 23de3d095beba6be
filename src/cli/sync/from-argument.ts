import { extname } from 'node:path';
import { fail } from '../../domain/error.ts';
import type { RawSettings } from '../configuration/environment.ts';

/** What the command's one argument may be. */
export type From =
  | { readonly kind: 'file'; readonly path: string | undefined }
  | { readonly kind: 'source'; readonly source: RawSettings };

const OPTIONS: ReadonlyMap<string, string> = new Map([
  ['seed', 'seed'],
  ['articles', 'articles'],
  ['gammes', 'withGammes'],
  ['customers', 'customers'],
  ['rules', 'priceRules'],
  ['days', 'daysPerRun'],
]);

/**
 * A folder of exports, a settings file, or `simulator:seed=42,articles=1000`; nothing: the settings file of the current
 * folder. Throws `option_invalid`.
 */
export function fromArgument(from: string | undefined): From {
  if (from === undefined) return { kind: 'file', path: undefined };
  if (/^simulator(?::|$)/.test(from))
    return { kind: 'source', source: { simulator: simulatorOptions(from) } };
  return ['.json', '.ts'].includes(extname(from))
    ? { kind: 'file', path: from }
    : { kind: 'source', source: { folder: from } };
}

function simulatorOptions(from: string): RawSettings {
  const list = from.slice('simulator:'.length);
  if (list === '') return {};
  return Object.fromEntries(list.split(',').map((option) => simulatorOption(option)));
}

function simulatorOption(option: string): readonly [string, number] {
  const [, name = '', value = ''] = /^\s*(\w+)=(\d{1,9})\s*$/.exec(option) ?? [];
  const key = OPTIONS.get(name);
  if (key !== undefined) return [key, Number(value)];
  const expected = [...OPTIONS.keys()].map((known) => `${known}=1`).join(', ');
  throw fail('option_invalid', { field: 'simulator', value: option, expected });
}
