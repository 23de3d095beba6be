import { z } from 'zod';
import { isShopUrl } from '../composition/shop-kinds.ts';
import { parseLocalDateTime } from '../domain/dates.ts';
import { compare, ZERO } from '../domain/decimal.ts';
import { fieldNames } from '../domain/fields.ts';
import { OWNABLE_FIELDS } from '../domain/ownership.ts';
import { PRICE_LEVELS, PRODUCT_FIELDS } from '../domain/product.ts';
import { isSchemaName } from '../store/postgres/schema-name.ts';
import { checkWebhookSecret } from '../webhooks/signature.ts';
import type { ProfileName } from '../wire/messages/codec.ts';
import { fieldMapsSchema } from './field-maps.ts';
import { checked, count, decimal, language, refuse, text } from './values.ts';

const PROFILES = ['v3', 'kit-2015', 'samples'] as const satisfies readonly ProfileName[];

/** Texts that an ERP may mean to empty; a price, a stock or a name is never cleared by an empty element. */
const CLEARABLE = fieldNames(PRODUCT_FIELDS).filter(
  (name) => PRODUCT_FIELDS[name] === 'text' && name !== 'name',
);

const SHOP_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;

const isEmailAddress = (address: string): boolean => /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(address);

const isWebhookSecret = (secret: string): boolean => {
  try {
    checkWebhookSecret(secret);
    return true;
  } catch {
    return false;
  }
};

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

/** What can be handed to another thread. */
function isPlain(options: unknown): boolean {
  try {
    structuredClone(options);
    return true;
  } catch {
    return false;
  }
}

const isDay = (day: string): boolean => parseLocalDateTime(`${day} 00:00:00`) !== undefined;

const isBlobPlace = (place: string): boolean =>
  place.startsWith('s3:') ? BUCKET_URL.test(place) : place.trim() !== '';

const unit = () =>
  decimal()
    .refine((value) => compare(value, ZERO) > 0, refuse('positive'))
    .prefault('1');

const decoratorSchema = z.strictObject({
  module: text().describe(
    'Path of a module (`.ts`, `.js`) whose default export is `(shop, options) => shop`, made with `decorate` of this package.',
  ),
  options: z
    .record(z.string(), z.unknown())
    .refine(isPlain, refuse('plainData'))
    .exactOptional()
    .describe('Handed to it: plain data.'),
});

const cmsSchema = z.strictObject({
  siteFolder: text()
    .exactOptional()
    .describe(
      'The CMS’s own folder on this machine (that of `configuration.php`), where images go. Without it no image is kept.',
    ),
  language: text()
    .exactOptional()
    .describe('Language of the ERP’s texts, as `fr-FR`. By default the site’s own.'),
  currency: text()
    .exactOptional()
    .describe('ISO 4217 code of the ERP’s prices. By default the CMS’s main currency.'),
  taxZone: text()
    .exactOptional()
    .describe(
      'Where the ERP’s VAT rates hold: a country’s two letters, or a zone’s key. By default the CMS’s own zone.',
    ),
  defaultCategory: z
    .array(text())
    .exactOptional()
    .describe('Path of the category of new products that come without one. By default the top category.'),
  priceLevels: z
    .partialRecord(z.enum(['2', '3', '4', '5']), text())
    .exactOptional()
    .describe('User groups of the prices `p_vente2` to `p_vente5`, by name: `{ "2": "Revendeurs" }`.'),
  customerGroups: z
    .array(text())
    .exactOptional()
    .describe(
      'User groups that the ERP may put customers into: those whose name is the customer’s price category. By default none.',
    ),
  ordersSince: checked('day', isDay)
    .exactOptional()
    .describe('Day (`yyyy-mm-dd`) before which no order is offered. By default all are.'),
});

const percent = () => z.number().positive().max(100).exactOptional();

const guardSchema = z.strictObject({
  deactivatedPercent: percent().describe('Most products that one run may take from sale, in percent of all.'),
  repricedPercent: percent().describe('Most products whose price one run may change.'),
  emptiedPercent: percent().describe('Most products whose stock one run may take to zero or below.'),
  atLeast: z.int().min(1).default(50).describe('So many products are never too many, whatever their share.'),
});

const hours = (usual: number) =>
  z
    .int()
    .min(1)
    .max(24 * 90)
    .default(usual);

const alertsSchema = z.strictObject({
  emails: z
    .array(checked('emailAddress', isEmailAddress))
    .default([])
    .describe('Who is written to, by the mail server of `mail`.'),
  webhook: z
    .strictObject({
      url: text().describe(
        'Address that is called, as those of `webhooks` are: only public ones, by https, unless `webhooks.allow` has it.',
      ),
      secret: checked('webhookSecret', isWebhookSecret).describe('`whsec_…`: each call is signed with it.'),
    })
    .exactOptional()
    .describe('What is called for each alert.'),
  unconfirmedMinutes: z
    .int()
    .min(1)
    .default(60)
    .describe('How long an order that the ERP has read may wait for its confirmation, in minutes.'),
  silentHours: hours(24).describe('How long no call of the connector may come, in hours.'),
  refusedPercent: z
    .number()
    .min(1)
    .max(100)
    .default(20)
    .describe(
      'Which share of a run’s exchanges may be refused, where it is also twice that of the ten runs before; in percent.',
    ),
  refusedTimes: z.int().min(2).default(5).describe('How often one record may be refused within a day.'),
  repeatHours: hours(24).describe('After how long an alert that still holds is told again, in hours.'),
});

export const shopSchema = z.strictObject({
  name: checked('shopName', (name) => SHOP_NAME.test(name))
    .default('shop')
    .describe('Names the shop in commands, in its endpoint’s URL and in its files.'),
  store: checked('storeUrl', isShopUrl)
    .exactOptional()
    .describe(
      'Where the shop’s data is: `sqlite:PATH`, `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, a CMS’s own database, `hikashop:mysql://USER:PASSWORD@HOST:PORT/DATABASE?prefix=PREFIX` or `virtuemart:mysql://…` or `thelia:mysql://…` (see docs/adapters), or `module:FILE`, code of yours (see examples/custom-shop). By default `sqlite:DATA/NAME.sqlite`.',
    ),
  cms: cmsSchema
    .exactOptional()
    .describe('Of a shop on a CMS’s database: what that does not know, or what shall differ from it.'),
  schema: checked('schemaName', isSchemaName)
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
  mainLanguage: checked('languageTag', (tag) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag))
    .exactOptional()
    .describe(
      'Language of the texts that the ERP sends without naming one, as the JSON API tells it: `fr`, `de-CH`. By default the shop’s `language`.',
    ),
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
  decorators: z
    .array(decoratorSchema)
    .default([])
    .describe(
      'Code that stands before the shop and may change what goes in and comes out, for every request, bulk messages and imports too. The first is asked first.',
    ),
  transforms: z
    .array(text())
    .default([])
    .describe(
      'Paths of modules (`.ts`, `.js`) whose default export is `defineTransforms({ … })`: hooks that change, drop or refuse what the ERP sends and reads, in their order. See docs/transforms.md.',
    ),
  transformTimeoutMs: count(1000).describe(
    'How long one hook may take for one record, in milliseconds; the record is refused then.',
  ),
  sheets: text()
    .exactOptional()
    .describe(
      'Folder of XSLT sheets that transform the XML of messages, `SDK_1_products_edit_before.xsl` or `orders.reply.xsl`. They are read at start. See docs/transforms.md.',
    ),
  sheetTimeoutMs: count(2000).describe(
    'How long one sheet may take for one message, in milliseconds; the message is refused then.',
  ),
  sheetBytes: count(16 * 1024 * 1024).describe('Most bytes of XML that a sheet takes, and that it gives.'),
  fieldMaps: fieldMapsSchema
    .exactOptional()
    .describe(
      'What goes from which field to which, as data, before the hooks of `transforms`. See docs/transforms.md.',
    ),
  allowZeroPrices: z
    .boolean()
    .default(false)
    .describe(
      'Whether an article may be sold at 0. By default a price of 0 says that nobody has set one, and is not applied.',
    ),
  priceLevels: z
    .record(text(), z.literal(PRICE_LEVELS))
    .default({})
    .describe(
      'Price category to the price level (`p_vente2` to `p_vente5`) that its customers get, for instance `{ "Revendeurs": 2 }`.',
    ),
  owned: z
    .array(z.enum(OWNABLE_FIELDS))
    .default([])
    .describe(
      'Fields of products that the shop keeps for itself: the ERP’s values are taken for new products only, then ignored with a warning. Imports and the shop’s own side still write them. See docs/ownership.md.',
    ),
  guard: guardSchema
    .exactOptional()
    .describe(
      'How much of the catalogue one run of the ERP may change before it is held for a person to look at. By default nothing is watched. Not for a shop on a CMS’s tables. See docs/guard.md.',
    ),
  alerts: alertsSchema
    .exactOptional()
    .describe(
      'Who is told, by e-mail or webhook, when the link with the ERP needs somebody. By default nobody. See docs/alerts.md.',
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
