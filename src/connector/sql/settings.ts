import { z } from 'zod';
import { DATABASE_URLS } from './connection-url.ts';

const text = () => z.string().trim().min(1);

/** What the ERP is asked for; each is a query's text, or the name of a table or view. */
export const QUERY_NAMES = [
  'articles',
  'stock',
  'customers',
  'priceRules',
  'documents',
  'shipments',
] as const;
export type QueryName = (typeof QUERY_NAMES)[number];

/** In the spirit of the vendor's `EC_products` view. */
export const DEFAULT_VIEWS: Readonly<Record<QueryName, string>> = {
  articles: 'EC_products',
  stock: 'EC_stock',
  customers: 'EC_customers',
  priceRules: 'EC_price_rules',
  documents: 'EC_documents',
  shipments: 'EC_shipments',
};

const query = (what: string, name: QueryName) =>
  text()
    .exactOptional()
    .describe(
      `${what}: SQL, or the name of a table or view. By default the view \`${DEFAULT_VIEWS[name]}\`, if there is one.`,
    );

const columnsOf = (what: string) =>
  z.record(text(), text()).exactOptional().describe(`Columns of ${what}, by our field.`);

const statements = () => z.union([text().transform((statement) => [statement]), z.array(text()).min(1)]);

const ordersSchema = z.strictObject({
  exists: text().describe(
    'Query whose first cell is the number of the piece that the order `:id` became; no row when it became none.',
  ),
  header: statements().describe('Statement or statements that insert the piece’s header.'),
  line: statements().exactOptional().describe('The same for each line of the order.'),
});

/** The settings of an SQL source; see docs/sql-source.md. */
export const sqlSettingsSchema = z.strictObject({
  database: text()
    .refine((url) => /^(?:postgres(?:ql)?|mysql|mariadb|mssql):\/\/.|^\$\{\w+\}$/i.test(url), {
      error: DATABASE_URLS,
    })
    .describe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is written like this in the settings
      'URL of the database: `postgres://`, `mysql://`, `mariadb://` or `mssql://`. `${NAME}` takes the environment variable NAME.',
    ),
  queries: z
    .strictObject({
      articles: query('Articles', 'articles'),
      stock: query('Stock that is kept apart from the articles', 'stock'),
      customers: query('Customers', 'customers'),
      priceRules: query('Price rules', 'priceRules'),
      documents: query('Sales pieces', 'documents'),
      shipments: query('Parcels of the shop’s orders', 'shipments'),
    })
    .prefault({})
    .describe('What is asked of the database; each has a default view.'),
  map: z
    .strictObject({
      articles: columnsOf('the articles'),
      stock: columnsOf('the stock'),
      customers: columnsOf('the customers'),
      priceRules: columnsOf('the price rules'),
      documents: columnsOf('the sales pieces'),
      shipments: columnsOf('the parcels'),
    })
    .prefault({})
    .describe(
      'Columns that their names do not tell: our field, or a custom field `xx_…`, and the column that it is read from.',
    ),
  orders: ordersSchema
    .exactOptional()
    .describe(
      'How an order is written into the database. By default as files in `orders/SHOP`, beside the settings.',
    ),
  files: text().default('.').describe('Folder of the images and documents whose names stand in columns.'),
  timeZone: text()
    .exactOptional()
    .describe('IANA name of the time zone that moments are shown in. By default the database’s own.'),
  timeoutSeconds: z.int().positive().default(300).describe('Longest wait for an answer, in seconds.'),
});

export type SqlSettings = z.output<typeof sqlSettingsSchema>;
export type OrderStatements = NonNullable<SqlSettings['orders']>;
