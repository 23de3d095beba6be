import { z } from 'zod';
import { type ShopSettings, shopSchema } from './config-shop.ts';
import { count, language, refuse, text } from './config-values.ts';
import { DEFAULT_LIMITS } from './webservice/limits.ts';

const tlsSchema = z.strictObject({
  certificate: text().describe('PEM file of the certificate, with its chain.'),
  key: text().describe('PEM file of the private key.'),
});

const limitsSchema = z.strictObject({
  bodyBytes: count(DEFAULT_LIMITS.bodyBytes).describe(
    'Largest request, in bytes, as it comes over the network.',
  ),
  decompressedBytes: count(DEFAULT_LIMITS.decompressedBytes).describe(
    'Largest `data`, in bytes, once decompressed.',
  ),
  xmlDepth: count(DEFAULT_LIMITS.xml.depth).describe('Deepest nesting of XML elements.'),
  nameBytes: count(DEFAULT_LIMITS.nameBytes).describe(
    'Longest name of an XML element or of a variable, in bytes.',
  ),
  parts: count(DEFAULT_LIMITS.parts).describe('Most variables in one POST form.'),
  fieldCharacters: count(DEFAULT_LIMITS.xml.fieldLength).describe(
    'Longest text of one XML element, in characters, and largest POST variable or file, in bytes; images and PDFs in base64 are such texts.',
  ),
  headerSeconds: count(10).describe('Longest time to receive a request’s headers, in seconds.'),
  idleSeconds: count(60).describe('Longest silence within a request’s body, in seconds.'),
  unauthenticatedMemoryBytes: count(DEFAULT_LIMITS.unauthenticatedMemoryBytes).describe(
    'How much of `data` is held in memory while the key is not known yet, in bytes; the rest goes to disk.',
  ),
  spoolBytesPerRequest: count(DEFAULT_LIMITS.spoolBytesPerRequest).describe(
    'How much one request may put on disk before its key is known, in bytes.',
  ),
  spoolBytes: count(DEFAULT_LIMITS.spoolBytes).describe('The same for all requests together, in bytes.'),
  spoolRequests: count(DEFAULT_LIMITS.spoolRequests).describe(
    'How many requests may wait on disk for their key at the same time.',
  ),
});

const journalSchema = z.strictObject({
  maxAgeDays: count(90).describe('Exchanges older than this are dropped, in days.'),
  maxBytes: count(256 * 2 ** 20).describe('Most bytes of kept requests and replies; the oldest go first.'),
  payloadBytes: count(16 * 2 ** 10).describe('How much of each request and of each reply is kept, in bytes.'),
});

const allDiffer = (values: readonly string[]): boolean => new Set(values).size === values.length;

const storeOnDisk = ({ store }: ShopSettings): string[] =>
  store === undefined || store === 'sqlite::memory:' ? [] : [store];

/** Everything that can be configured, with defaults: what passerelle.config.ts or .json may hold. */
export const settingsSchema = z.strictObject({
  host: text()
    .default('127.0.0.1')
    .describe(
      'Address to listen on. The default is reached from this machine only: behind a reverse proxy keep it, else set `0.0.0.0` (all interfaces), preferably with `tls`, since the access key travels in each request.',
    ),
  port: z.int().min(0).max(65_535).default(8787).describe('TCP port; 0 takes a free one.'),
  data: text()
    .default('./data')
    .describe(
      'Folder of everything that is stored, from the current folder (in a file: from the file’s folder).',
    ),
  language: language()
    .exactOptional()
    .describe(
      'Language of the commands’ output, and of error replies where a shop does not say its own: `fr` or `en`. By default the commands follow the terminal’s language, and error replies are French.',
    ),
  tls: tlsSchema.exactOptional().describe('Serves HTTPS. By default plain HTTP.'),
  trustedProxies: z
    .array(text())
    .default([])
    .describe('Addresses or CIDR ranges of reverse proxies whose `X-Forwarded-For` is believed.'),
  limits: limitsSchema.prefault({}).describe('What one request may cost.'),
  journal: journalSchema.prefault({}).describe('How long and how much of each exchange is kept.'),
  shops: z
    .array(shopSchema)
    .min(1)
    .refine((shops) => allDiffer(shops.map((shop) => shop.name.toLowerCase())), refuse('shopNameUnique'))
    .refine((shops) => allDiffer(shops.flatMap(storeOnDisk)), refuse('storeUnique'))
    .refine((shops) => allDiffer(shops.flatMap((shop) => [...new Set(shop.keys)])), refuse('keyUnique'))
    .prefault([{}])
    .describe(
      'The shops of this server, each with its own keys and store. The first answers at `/webservice`, each at `/webservice/NAME`.',
    ),
});

export type Settings = z.output<typeof settingsSchema>;
/** What passerelle.config.ts exports: every key is optional. */
export type ConfigurationInput = z.input<typeof settingsSchema>;

/** Gives passerelle.config.ts its types: `export default defineConfig({ port: 8080 });` */
export const defineConfig = (configuration: ConfigurationInput): ConfigurationInput => configuration;
