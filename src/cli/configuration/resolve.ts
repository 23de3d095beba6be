import { join, resolve } from 'node:path';
import type { CmsSettings } from '../../adapters/settings.ts';
import { shopKindOf } from '../../composition/shop-kinds.ts';
import type { DecoratorSpec } from '../../composition/shop-spec.ts';
import type { Settings } from '../../configuration/server.ts';
import { BUCKET_URL, type ShopSettings, schemaOf } from '../../configuration/shop.ts';
import { parseLocalDateTime } from '../../domain/dates.ts';
import { defined } from '../../domain/optional.ts';
import type { RecordDepth } from '../../shop/journal.ts';
import type { Language } from '../../shop/wording.ts';
import type { BlobPlace } from '../../store/blob-place.ts';

/** One shop, with nothing left to default. Paths are absolute. */
export interface ShopConfiguration
  extends Omit<
    ShopSettings,
    'store' | 'cms' | 'schema' | 'blobs' | 'language' | 'mainLanguage' | 'decorators'
  > {
  readonly store: string;
  /** Where a store of ours goes beside a shop of another kind. */
  readonly sideStore: string;
  /** Of a shop on a CMS's tables. */
  readonly cms: CmsSettings;
  readonly decorators: readonly DecoratorSpec[];
  /** Of PostgreSQL. */
  readonly schema: string;
  readonly postgres: Settings['postgres'];
  readonly record: RecordDepth;
  readonly blobs: BlobPlace;
  /** Of error replies. */
  readonly language: Language;
  /** Of texts that name none. */
  readonly mainLanguage: string;
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
  const { record } = rest.journal;
  const dataFolder = resolve(options.folder, data);
  const resolveShop = (shop: ShopSettings) =>
    shopConfiguration(shop, {
      folder: options.folder,
      dataFolder,
      language: language ?? 'fr',
      s3,
      postgres,
      record,
    });
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
  readonly record: RecordDepth;
}

function shopConfiguration(shop: ShopSettings, defaults: ShopDefaults): ShopConfiguration {
  const { store, cms, blobs, language, decorators, transforms, sheets, ...rest } = shop;
  const ownStore = `sqlite:${join(defaults.dataFolder, `${shop.name}.sqlite`)}`;
  return {
    ...rest,
    store: store === undefined ? ownStore : shopKindOf(store).absolute(store, defaults.folder),
    sideStore: ownStore,
    cms: cmsSettings({ ...cms, ...defined({ finalState: shop.finalState }) }, defaults),
    decorators: decorators.map((decorator) => ({
      ...decorator,
      module: resolve(defaults.folder, decorator.module),
    })),
    transforms: transforms.map((module) => resolve(defaults.folder, module)),
    ...(sheets !== undefined && { sheets: resolve(defaults.folder, sheets) }),
    schema: schemaOf(shop),
    postgres: defaults.postgres,
    record: defaults.record,
    blobs: blobPlace(blobs ?? join(defaults.dataFolder, `${shop.name}-blobs`), defaults),
    language: language ?? defaults.language,
    mainLanguage: shop.mainLanguage ?? language ?? defaults.language,
  };
}

function cmsSettings(
  { siteFolder, ordersSince, ...cms }: NonNullable<ShopSettings['cms']> & Pick<CmsSettings, 'finalState'>,
  { folder }: ShopDefaults,
): CmsSettings {
  const since = ordersSince === undefined ? undefined : parseLocalDateTime(`${ordersSince} 00:00:00`);
  return {
    ...cms,
    ...(siteFolder !== undefined && { siteFolder: resolve(folder, siteFolder) }),
    ...(since !== undefined && { ordersSince: since }),
  };
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
