import { z } from 'zod';
import { isShopUrl, shopKindOf } from '../composition/shop-kinds.ts';
import { RECORD_DEPTHS } from '../shop/journal.ts';
import { isAddressRange } from '../webhooks/addresses.ts';
import { DEFAULT_LIMITS } from '../webservice/limits.ts';
import { type ShopSettings, schemaOf, shopSchema } from './shop.ts';
import { checked, count, isWebOrigin, language, refuse, text, webAddress } from './values.ts';

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
  record: z
    .enum(RECORD_DEPTHS)
    .default('everything')
    .describe(
      'What is kept of each exchange: `everything`, or `outcomes`: when, how long, the resource, the record’s key, how it ended and why; no request, no reply, and not what it changed. Such an exchange cannot be replayed.',
    ),
  maxAgeDays: count(90).describe('Exchanges older than this are dropped, in days.'),
  maxBytes: count(256 * 2 ** 20).describe(
    'Most bytes of kept requests and replies, as they are stored: long ones compressed; the oldest go first, with what they did.',
  ),
  payloadBytes: count(64 * 2 ** 10).describe(
    'How much of each request and of each reply is kept, in characters, images and files not counted. What is longer cannot be replayed.',
  ),
});

const changesSchema = z.strictObject({
  maxAgeDays: count(30).describe('Changes older than this are dropped from the feed, in days.'),
  maxEvents: count(1_000_000).describe('Most changes that the feed of a shop keeps; the oldest go first.'),
});

const webhooksSchema = z.strictObject({
  allow: z
    .array(checked('addressRange', isAddressRange))
    .default([])
    .describe(
      'Addresses and CIDR ranges that webhooks may call though they are private (`127.0.0.1`, `10.0.0.0/8`), also by plain http. By default only public addresses, by https.',
    ),
  timeoutSeconds: count(15).describe('How long an address may take to answer, in seconds.'),
  disableAfterDays: count(5).describe(
    'How long an address may fail, without one success, until nothing more is sent there; in days.',
  ),
  logDays: count(30).describe('How long each attempt is kept, in days.'),
});

const isMailServer = (url: string): boolean => /^smtps?:$/.test(URL.parse(url)?.protocol ?? '');

const mailSchema = z.strictObject({
  smtp: checked('mailServer', isMailServer).describe(
    'The mail server: `smtp://USER:PASSWORD@HOST:587` (TLS as soon as the server offers it) or `smtps://…`. Better in the environment: `PASSERELLE_SMTP`.',
  ),
  from: checked('emailAddress', (address) => /^[^\s@<>]+@[^\s@<>]+$/.test(address)).describe('Who writes.'),
});

const mailWhereNeeded = ({ mail, shops }: { mail?: unknown; shops: ShopSettings[] }) =>
  mail !== undefined || !shops.some(({ alerts }) => (alerts?.emails.length ?? 0) > 0);

const metricsSchema = z.strictObject({
  access: z
    .enum(['local', 'open', 'off'])
    .default('local')
    .describe(
      'Who may read `/metrics`, which tells the shops’ names and how much they exchange: `local` (a caller on this machine that no proxy speaks for, or the bearer of `token`), `open` (everyone who reaches the port), `off`.',
    ),
  token: text().exactOptional().describe('Opens `/metrics` as `Authorization: Bearer TOKEN`, from anywhere.'),
});

const apiSchema = z.strictObject({
  corsOrigins: z
    .array(checked('webOrigin', isWebOrigin))
    .default([])
    .describe(
      'Web origins whose pages may call the JSON API from a browser, such as `https://shop.example`; `*` is every one. A token in a page is everybody’s: give it the scope `catalogue` alone.',
    ),
  requestsPerMinute: count(600).describe('Most calls of one token in a minute, in each server process.'),
  bodyBytes: count(2 ** 20).describe('Largest request body of the JSON API, in bytes.'),
  imageCacheBytes: count(512 * 2 ** 20).describe(
    'Room for images that were made smaller, in `DATA/images`, in bytes; the oldest go first.',
  ),
  idempotencyHours: count(168).describe(
    'How long a call with an `Idempotency-Key` is answered as it was the first time, at least, in hours.',
  ),
});

const consoleSchema = z.strictObject({
  enabled: z.boolean().default(true).describe('Whether there is a `/console` at all.'),
  auditDays: count(365).describe('How long it is kept who did what in the console, in days.'),
});

const postgresSchema = z.strictObject({
  poolSize: count(10).describe(
    'Connections of one server process to one `postgres://…`, for all of its shops there; its thread for bulk messages may have as many again, and the bulk messages of each shop as many more.',
  ),
  connectSeconds: count(5).describe('How long PostgreSQL may take to accept a connection, in seconds.'),
  statementSeconds: count(60).describe(
    'How long one statement may take that is no part of a bulk message, in seconds.',
  ),
});

const s3Schema = z.strictObject({
  endpoint: webAddress()
    .exactOptional()
    .describe('Address of the S3-compatible service. By default Amazon’s of the region.'),
  region: text().default('us-east-1').describe('Region of the bucket; most other services take any.'),
  accessKeyId: text().exactOptional().describe('Who signs; may read and write the bucket’s objects.'),
  secretAccessKey: text().exactOptional().describe('The secret; never logged. Better in the environment.'),
  pathStyle: z
    .boolean()
    .default(true)
    .describe('`https://host/bucket/…` rather than `https://bucket.host/…`.'),
});

const credentialsWhereNeeded = ({ s3, shops }: { s3: z.output<typeof s3Schema>; shops: ShopSettings[] }) =>
  !shops.some(({ blobs }) => blobs?.startsWith('s3:')) ||
  (s3.accessKeyId !== undefined && s3.secretAccessKey !== undefined);

const allDiffer = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** What no two shops may share. */
function storePlace(shop: ShopSettings): string[] {
  const { store } = shop;
  if (store === undefined || !isShopUrl(store)) return [];
  const { isPassing, hasSchemas } = shopKindOf(store);
  if (isPassing(store)) return [];
  return [hasSchemas ? `${store} ${schemaOf(shop)}` : store];
}

/** Everything that can be configured, with defaults: what passerelle.config.ts or .json may hold. */
export const settingsSchema = z
  .strictObject({
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
    logLevel: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'])
      .default('info')
      .describe(
        'Least important lines of the log: `debug` has every exchange, `info` those with a remark or an error, start and stop.',
      ),
    readiness: z
      .enum(['every', 'some'])
      .default('every')
      .describe(
        'Whether `/readyz` wants every shop’s store to answer, or one: `some` where the shops are spread over several databases, so that the loss of one takes no server out.',
      ),
    drainAnnounceSeconds: z
      .int()
      .min(0)
      .default(0)
      .describe(
        'How long a server that was asked to stop still takes calls while `/readyz` answers 503, so that a load balancer notices; in seconds.',
      ),
    drainSeconds: count(10).describe(
      'How long calls under way may then still take before they are cut off, in seconds.',
    ),
    metrics: metricsSchema.prefault({}).describe('Prometheus figures at `/metrics`.'),
    api: apiSchema.prefault({}).describe('The JSON API at `/api/v1`: see docs/api.md.'),
    console: consoleSchema.prefault({}).describe('The pages at `/console`: see docs/console.md.'),
    postgres: postgresSchema.prefault({}).describe('Connections to PostgreSQL.'),
    s3: s3Schema.prefault({}).describe('The service of all `s3://` in `blobs`.'),
    limits: limitsSchema.prefault({}).describe('What one request may cost.'),
    journal: journalSchema.prefault({}).describe('How long and how much of each exchange is kept.'),
    changes: changesSchema.prefault({}).describe('How long and how many changes the feed keeps.'),
    webhooks: webhooksSchema.prefault({}).describe('Who is told of changes, and how.'),
    mail: mailSchema.exactOptional().describe('How alerts are sent by e-mail. By default none are.'),
    shops: z
      .array(shopSchema)
      .min(1)
      .refine((shops) => allDiffer(shops.map((shop) => shop.name.toLowerCase())), refuse('shopNameUnique'))
      .refine((shops) => allDiffer(shops.flatMap(storePlace)), refuse('storeUnique'))
      .refine((shops) => allDiffer(shops.flatMap((shop) => [...new Set(shop.keys)])), refuse('keyUnique'))
      .prefault([{}])
      .describe(
        'The shops of this server, each with its own keys and store. The first answers at `/webservice`, each at `/webservice/NAME`.',
      ),
  })
  .refine(mailWhereNeeded, { ...refuse('mailWhereNeeded'), path: ['mail'] })
  .refine(credentialsWhereNeeded, { ...refuse('s3Credentials'), path: ['s3'] });

export type Settings = z.output<typeof settingsSchema>;
/** What passerelle.config.ts exports: every key is optional. */
export type ConfigurationInput = z.input<typeof settingsSchema>;

/** Gives passerelle.config.ts its types: `export default defineConfig({ port: 8080 });` */
export const defineConfig = (configuration: ConfigurationInput): ConfigurationInput => configuration;
