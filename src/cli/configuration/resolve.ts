import { join, resolve } from 'node:path';
import type { Settings } from '../../config.ts';
import { BUCKET_URL, type ShopSettings, schemaOf } from '../../config-shop.ts';
import type { Language } from '../../shop/wording.ts';
import type { BlobPlace } from '../../store/blob-place.ts';

/** One shop, with nothing left to default. Paths are absolute. */
export interface ShopConfiguration extends Omit<ShopSettings, 'store' | 'schema' | 'blobs' | 'language'> {
  readonly store: string;
  /** Of PostgreSQL. */
  readonly schema: string;
  readonly postgres: Settings['postgres'];
  readonly blobs: BlobPlace;
  /** Of error replies. */
  readonly language: Language;
}

/** The whole configuration, with nothing left to default. Paths are absolute. */
export interface Configuration extends Omit<Settings, 'language' | 'shops' | 's3' | 'postgres'> {
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
  const { language, shops, data, tls, s3, postgres, ...rest } = settings;
  const dataFolder = resolve(options.folder, data);
  const resolveShop = (shop: ShopSettings) =>
    shopConfiguration(shop, { folder: options.folder, dataFolder, language: language ?? 'fr', s3, postgres });
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
  readonly s3: Settings['s3'];
  readonly postgres: Settings['postgres'];
}

function shopConfiguration(shop: ShopSettings, defaults: ShopDefaults): ShopConfiguration {
  const { store, blobs, language, ...rest } = shop;
  return {
    ...rest,
    store:
      store === undefined
        ? `sqlite:${join(defaults.dataFolder, `${shop.name}.sqlite`)}`
        : absoluteStore(store, defaults.folder),
    schema: schemaOf(shop),
    postgres: defaults.postgres,
    blobs: blobPlace(blobs ?? join(defaults.dataFolder, `${shop.name}-blobs`), defaults),
    language: language ?? defaults.language,
  };
}

const SQLITE = 'sqlite:';

function absoluteStore(url: string, folder: string): string {
  if (!url.startsWith(SQLITE)) return url;
  const path = url.slice(SQLITE.length);
  return path === ':memory:' ? url : `${SQLITE}${resolve(folder, path)}`;
}

function blobPlace(place: string, { folder, s3 }: ShopDefaults): BlobPlace {
  const [, bucket, prefix = ''] = BUCKET_URL.exec(place) ?? [];
  const { endpoint, accessKeyId = '', secretAccessKey = '', ...rest } = s3;
  if (bucket === undefined) return resolve(folder, place);
  return {
    ...rest,
    endpoint: endpoint ?? `https://s3.${s3.region}.amazonaws.com`,
    accessKeyId,
    secretAccessKey,
    bucket,
    prefix,
  };
}
