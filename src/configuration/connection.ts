import { z } from 'zod';
import { EDITION_NAMES, ERP_NAMES } from '../connector/profiles/profile.ts';
import { sqlSettingsSchema } from '../connector/sql/settings.ts';
import { FLOW_NAMES } from '../connector/sync/report.ts';
import { checked, count, refuse, text, webAddress } from './values.ts';

const COMPRESSIONS = ['0', '1', '3'] as const;

const PROFILES = ['v3', 'kit-2015', 'samples'] as const;

const shopSchema = z.strictObject({
  url: webAddress().describe('The webservice’s one URL.'),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a person writes into the file
  key: text().describe('Access key; `${NAME}` takes it from the environment variable NAME.'),
  name: checked('shopName', (name) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name))
    .exactOptional()
    .describe(
      'Keeps several shops of one ERP apart, in the names of folders; by default from the URL. Change it and everything is sent again.',
    ),
  profile: z.enum(PROFILES).default('v3').describe('How the shop spells its replies: see docs/protocol.md.'),
  compression: z
    .enum(COMPRESSIONS)
    .default('1')
    .describe('Of bulk messages: `0` none, `1` zlib, `3` raw deflate.'),
  pageSize: count(500).describe('How many products are asked for at once.'),
  silenceSeconds: count(120).describe('Longest wait for a reply, in seconds.'),
  insecure: z.boolean().default(false).describe('Accepts any TLS certificate. Only for trying.'),
});

const simulatorSchema = z.strictObject({
  seed: z.int().min(0).default(1).describe('Same seed, same ERP.'),
  articles: count(500).describe('How many articles it has at the start.'),
  withGammes: z.int().min(0).default(25).describe('How many of the articles have variants.'),
  customers: count(100).describe('How many customers.'),
  priceRules: z.int().min(0).default(1000).describe('How many rows its price lists have.'),
  daysPerRun: z.int().min(0).default(1).describe('How many days pass before each run but the first.'),
});

const exactlyOne = (settings: object): boolean => Object.keys(settings).length === 1;

const sourceSchema = z
  .strictObject({
    folder: text().exactOptional().describe('Folder of exports: see docs/folder-source.md.'),
    sql: sqlSettingsSchema.exactOptional().describe('Database of the ERP: see docs/sql-source.md.'),
    simulator: simulatorSchema.exactOptional().describe('An invented ERP: see docs/simulator.md.'),
  })
  .refine(exactlyOne, refuse('oneSource'));

/** What passerelle.sync.ts or .json may hold: one ERP, one shop. */
export const connectionSchema = z.strictObject({
  source: sourceSchema.describe('Where the ERP’s data are: exactly one of `folder`, `sql`, `simulator`.'),
  shop: shopSchema.describe('The shop at the other end.'),
  erp: z.enum(ERP_NAMES).default('generic').describe('The ERP: see docs/erp-profiles.md.'),
  edition: z
    .enum(EDITION_NAMES)
    .default('b2b')
    .describe('What is exchanged: each edition holds what the ones before it do (docs/erp-profiles.md).'),
  flows: z.array(z.enum(FLOW_NAMES)).min(1).exactOptional().describe('Only these flows.'),
  orderStates: z
    .array(text())
    .min(1)
    .exactOptional()
    .describe('States of the orders to import. By default whatever the shop offers.'),
  finalState: text()
    .exactOptional()
    .describe('State of an order once imported. By default the shop decides.'),
  customers: z
    .enum(['together', 'one-by-one'])
    .default('together')
    .describe('Changed customers in one request, or each in its own.'),
  priceRules: z
    .enum(['changed', 'sets'])
    .default('changed')
    .describe(
      '`sets`: the whole (`src`, `ref`) set of a changed rule, for shops that take a list as `full`.',
    ),
  documentDays: count(15).describe('Documents older than this, in days, are not sent.'),
  timeZone: text().default('Europe/Paris').describe('IANA name of the ERP’s time zone.'),
  state: text()
    .exactOptional()
    .describe('Folder of what was sent when. By default `.passerelle/NAME` beside the source.'),
});

export type ConnectionSettings = z.output<typeof connectionSchema>;
/** What passerelle.sync.ts exports. */
export type ConnectionInput = z.input<typeof connectionSchema>;

/** Gives passerelle.sync.ts its types: `export default defineConnection({ source: { folder: '.' }, shop: { … } });` */
export const defineConnection = (connection: ConnectionInput): ConnectionInput => connection;
