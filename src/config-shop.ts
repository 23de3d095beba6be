import { z } from 'zod';
import { checked, decimal, language, refuse, text } from './config-values.ts';
import { compare, ZERO } from './domain/decimal.ts';
import type { ProfileName } from './wire/messages/codec.ts';

const PROFILES = ['v3', 'kit-2015', 'samples'] as const satisfies readonly ProfileName[];

/** Texts that an ERP may mean to empty; a price, a stock or a name is never cleared by an empty element. */
const CLEARABLE = [
  'description',
  'shortDescription',
  'metaTitle',
  'metaDescription',
  'metaKeywords',
  'ean13',
  'upc',
] as const;

const SHOP_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `s3://BUCKET` or `s3://BUCKET/PREFIX`, in the letters that every service and proxy spells the same way. */
export const BUCKET_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/((?:[\w-][\w.-]*(?:\/|$))*))?$/;

const isStoreUrl = (url: string): boolean =>
  /^sqlite:./.test(url) || (/^postgres(?:ql)?:\/\/./.test(url) && URL.canParse(url));

const isBlobPlace = (place: string): boolean =>
  place.startsWith('s3:') ? BUCKET_URL.test(place) : place.trim() !== '';

const unit = () =>
  decimal()
    .refine((value) => compare(value, ZERO) > 0, refuse('positive'))
    .prefault('1');

export const shopSchema = z.strictObject({
  name: checked('shopName', (name) => SHOP_NAME.test(name))
    .default('shop')
    .describe('Names the shop in commands, in its endpoint’s URL and in its files.'),
  store: checked('storeUrl', isStoreUrl)
    .exactOptional()
    .describe(
      'Where the shop’s data is: `sqlite:PATH`, or `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. By default `sqlite:DATA/NAME.sqlite`.',
    ),
  schema: checked('schemaName', (name) => /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/.test(name))
    .exactOptional()
    .describe('PostgreSQL: the shop’s own schema in the database. By default `passerelle_NAME`.'),
  blobs: checked('blobPlace', isBlobPlace)
    .exactOptional()
    .describe(
      'Folder of images and documents, or `s3://BUCKET/PREFIX` in the service of `s3`. By default `DATA/NAME-blobs`. Several servers of one shop share one.',
    ),
  keys: z
    .array(checked('accessKey', (key) => key !== '' && key.trim() === key))
    .exactOptional()
    .describe(
      'Access keys, in clear; only their digests are stored. Several may be valid at once. A key that is replaced by another in this list stops working at the next start. Without any valid key, the start makes one and prints it.',
    ),
  timeZone: checked('timeZone', isTimeZone)
    .default('Europe/Paris')
    .describe('IANA name of the time zone of all dates on the wire.'),
  language: language()
    .exactOptional()
    .describe('Language of error replies: `fr` or `en`. By default the server’s `language`, else `fr`.'),
  profile: z
    .enum(PROFILES)
    .default('v3')
    .describe(
      'Spelling of replies: `v3` (the specification), `kit-2015` or `samples` (see docs/protocol.md).',
    ),
  unescapeQuotes: z
    .boolean()
    .default(true)
    .describe("Whether a text in which every quote is preceded by a backslash (`Bague\\'s`) is unescaped."),
  clearable: z
    .array(z.enum(CLEARABLE))
    .default([])
    .describe('Fields that an empty element clears. All others keep their value when an empty one comes.'),
  taxGroups: z
    .record(z.string(), decimal())
    .default({})
    .describe('`id_tax_rules_group` to VAT rate in percent, for instance `{ "1": "20" }`.'),
  centimetresPerUnit: unit().describe('What one unit of `largeur`, `hauteur` and `profondeur` is, in cm.'),
  kilogramsPerUnit: unit().describe('What one unit of `poids` is, in kg (`0.001` when the ERP sends grams).'),
  importableStates: z
    .array(text())
    .min(1)
    .exactOptional()
    .describe('States of the orders that the connector may import. By default all.'),
  finalState: text()
    .exactOptional()
    .describe(
      'State that an order takes when the connector confirms it without naming one. By default it keeps its own.',
    ),
  priceRules: z
    .enum(['merge', 'full'])
    .default('merge')
    .describe(
      '`merge`: `add_grilles` adds and updates. `full`: each request is the whole truth of the (`src`, `ref`) sets that it names; rules that it leaves out are retired.',
    ),
});

export type ShopSettings = z.output<typeof shopSchema>;

/** The shop's schema in PostgreSQL. */
export const schemaOf = ({ name, schema }: Pick<ShopSettings, 'name' | 'schema'>): string =>
  schema ?? `passerelle_${name.toLowerCase().replaceAll('-', '_')}`.slice(0, 63);
