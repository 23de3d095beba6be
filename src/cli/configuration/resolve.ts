import { join, resolve } from 'node:path';
import type { Settings } from '../../config.ts';
import type { ShopSettings } from '../../config-shop.ts';
import type { Language } from '../../shop/wording.ts';

/** One shop, with nothing left to default. Paths are absolute. */
export interface ShopConfiguration extends Omit<ShopSettings, 'store' | 'blobs' | 'language'> {
  readonly store: string;
  readonly blobs: string;
  /** Of error replies. */
  readonly language: Language;
}

/** The whole configuration, with nothing left to default. Paths are absolute. */
export interface Configuration extends Omit<Settings, 'language' | 'shops'> {
  /** Of the commands' output. */
  readonly language: Language;
  /** At least one; the first is the default. */
  readonly shops: readonly [ShopConfiguration, ...ShopConfiguration[]];
}

export interface ResolveOptions {
  /** Relative paths start here. */
  readonly folder: string;
  /** Of the commands' output, where the settings do not say. */
  readonly terminalLanguage: Language;
}

export function resolveConfiguration(settings: Settings, options: ResolveOptions): Configuration {
  const { language, shops, data, tls, ...rest } = settings;
  const dataFolder = resolve(options.folder, data);
  const resolveShop = (shop: ShopSettings) =>
    shopConfiguration(shop, { folder: options.folder, dataFolder, language: language ?? 'fr' });
  const [first, ...others] = shops.map(resolveShop);
  if (first === undefined) throw new Error('the schema lets no configuration without a shop through');
  return {
    ...rest,
    data: dataFolder,
    language: language ?? options.terminalLanguage,
    ...(tls && {
      tls: {
        certificate: resolve(options.folder, tls.certificate),
        key: resolve(options.folder, tls.key),
      },
    }),
    shops: [first, ...others],
  };
}

interface ShopDefaults {
  readonly folder: string;
  readonly dataFolder: string;
  readonly language: Language;
}

function shopConfiguration(shop: ShopSettings, defaults: ShopDefaults): ShopConfiguration {
  const { store, blobs, language, ...rest } = shop;
  return {
    ...rest,
    store:
      store === undefined
        ? `sqlite:${join(defaults.dataFolder, `${shop.name}.sqlite`)}`
        : absoluteStore(store, defaults.folder),
    blobs:
      blobs === undefined ? join(defaults.dataFolder, `${shop.name}-blobs`) : resolve(defaults.folder, blobs),
    language: language ?? defaults.language,
  };
}

const SQLITE = 'sqlite:';

function absoluteStore(url: string, folder: string): string {
  const path = url.slice(SQLITE.length);
  return path === ':memory:' ? url : `${SQLITE}${resolve(folder, path)}`;
}
