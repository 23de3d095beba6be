import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type ConnectionSettings, connectionSchema } from '../../configuration/connection.ts';
import { fail } from '../../domain/error.ts';
import type { Language } from '../../shop/wording.ts';
import type { Environment, RawSettings } from '../configuration/environment.ts';
import { readSettingsFile } from '../configuration/file.ts';
import { problemsFromIssues, wordingFor } from '../configuration/issues.ts';
import { fromArgument } from './from-argument.ts';

/** One ERP and one shop, with nothing left to default. Paths are absolute. */
export interface SyncSettings extends Omit<ConnectionSettings, 'state'> {
  /** Where relative paths start, and what the simulator keeps stands. */
  readonly folder: string;
  readonly shopName: string;
  readonly stateFolder: string;
}

export interface SyncSettingsSources {
  /** The current folder. */
  readonly folder: string;
  readonly environment: Environment;
  readonly language: Language;
  /** The command's argument. */
  readonly from: string | undefined;
  /** What the options say, by the setting's name; those of the shop apart. */
  readonly settings: RawSettings;
  readonly shop: RawSettings;
}

const FILE = 'passerelle.sync';

/** The file, then the options. Rejects with `configuration_refused`, `configuration_unreadable` or `option_invalid`. */
export async function loadSyncSettings(sources: SyncSettingsSources): Promise<SyncSettings> {
  const { folder, environment, language } = sources;
  const from = fromArgument(sources.from);
  const file =
    from.kind === 'file' ? await readSettingsFile(folder, { path: from.path, name: FILE }) : undefined;
  if (from.kind === 'file' && !file)
    throw fail('source_empty', { value: folder, expected: `${FILE}.ts, ${FILE}.json` });
  requireOptions(sources, file !== undefined);
  const merged = {
    ...file?.settings,
    ...(from.kind === 'source' && { source: from.source }),
    ...sources.settings,
    shop: { ...defaultKey(environment), ...shopOf(file?.settings), ...sources.shop },
  };
  const checked = connectionSchema.safeParse(merged, wordingFor(language));
  if (!checked.success) {
    const context = { language, variables: new Map<string, string>(), schema: connectionSchema };
    const details = problemsFromIssues(checked.error.issues, context);
    throw fail('configuration_refused', { value: file?.path ?? 'passerelle sync', details });
  }
  return resolveSettings(checked.data, { folder: file?.folder ?? folder, environment });
}

/** Without a file only the options can say which shop: they are asked for by their own names. */
function requireOptions({ shop, environment, language }: SyncSettingsSources, hasFile: boolean): void {
  if (hasFile) return;
  const missing = [
    ...(shop.url === undefined ? ['--url'] : []),
    ...(shop.key === undefined && !environment.PASSERELLE_KEY ? ['--key'] : []),
  ];
  const expected = language === 'fr' ? 'attendu' : 'expected';
  if (missing.length > 0)
    throw fail('configuration_refused', {
      value: 'passerelle sync',
      details: missing.map((field) => ({ reason: 'configuration_key_invalid', field, expected })),
    });
}

const defaultKey = ({ PASSERELLE_KEY }: Environment): RawSettings =>
  PASSERELLE_KEY ? { key: PASSERELLE_KEY } : {};

const shopOf = (settings: RawSettings | undefined): object =>
  typeof settings?.shop === 'object' && settings.shop !== null ? settings.shop : {};

function resolveSettings(
  { state, source, shop, ...settings }: ConnectionSettings,
  { folder, environment }: { readonly folder: string; readonly environment: Environment },
): SyncSettings {
  const shopName = shop.name ?? nameFromUrl(shop.url);
  const home = source.folder === undefined ? folder : resolve(folder, source.folder);
  return {
    ...settings,
    source: source.folder === undefined ? source : { folder: home },
    shop: { ...shop, key: expanded(shop.key, environment) },
    folder,
    shopName,
    stateFolder: state === undefined ? join(home, '.passerelle', shopName) : resolve(folder, state),
  };
}

/** `https://shop.example/ws/index.php` is `shop-example-ws-index-php`: fit for a folder's name, and told apart from others. */
export function nameFromUrl(url: string): string {
  const { host, pathname, search } = new URL(url);
  const name = `${host}${pathname}`.replace(/[^A-Za-z0-9_]+/g, '-').replace(/^-+|-+$/g, '');
  if (search === '' && name.length <= LONGEST_NAME) return name || 'shop';
  // What does not fit the name still tells shops apart.
  return `${name.slice(0, LONGEST_NAME - 9)}-${hash('sha256', url).slice(0, 8)}`;
}

const LONGEST_NAME = 63;

function expanded(key: string, environment: Environment): string {
  const name = /^\$\{(\w+)\}$/.exec(key)?.[1];
  if (name === undefined) return key;
  const value = environment[name];
  if (value) return value;
  throw fail('configuration_refused', {
    value: 'shop.key',
    details: [{ reason: 'configuration_key_invalid', field: 'shop.key', expected: `${name}=…` }],
  });
}
