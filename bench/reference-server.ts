import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { PRODUCT_TEXTS, referenceOf } from './product-message.ts';

/**
 * The least that a durable `update_product` can cost on this runtime: read the body to its end, look at none of it,
 * commit one prepared upsert of a row with the columns that the message names, reply.
 */
const PRODUCTS = 1000;
const REPLY = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?>\n<connecteur>\n  <update_product/>\n</connecteur>\n',
);

const TABLE = `CREATE TABLE IF NOT EXISTS bare_product (
  reference TEXT PRIMARY KEY, name TEXT, short_description TEXT, net_price TEXT, stock TEXT, tax_rate TEXT,
  weight TEXT, ean13 TEXT, updated_at TEXT)`;
const UPSERT = `INSERT INTO bare_product VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (reference) DO UPDATE SET name = excluded.name, short_description = excluded.short_description,
    net_price = excluded.net_price, stock = excluded.stock, tax_rate = excluded.tax_rate, weight = excluded.weight,
    ean13 = excluded.ean13, updated_at = excluded.updated_at`;

type Save = (cells: readonly string[]) => void | Promise<void>;

function openSqlite(path: string): Save {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${TABLE}`);
  const upsert = database.prepare(UPSERT.replaceAll(/\$\d/g, '?'));
  return (cells) => void upsert.run(...cells);
}

async function openPostgres(url: string): Promise<Save> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query(TABLE);
  return async (cells) => void (await pool.query({ name: 'upsert', text: UPSERT, values: [...cells] }));
}

const url = process.argv[2] ?? '';
const path = /^sqlite:(.+)$/.exec(url)?.[1];
if (path === undefined && !url.startsWith('postgres'))
  throw new Error('a reference server needs sqlite:PATH or postgres://…');
const save = path === undefined ? await openPostgres(url) : openSqlite(path);

let served = 0;

function nextCells(): readonly string[] {
  const { name, shortDescription, taxRate, weight, ean13 } = PRODUCT_TEXTS;
  const figure = 100_000 + (served % 900_000);
  const reference = referenceOf(served % PRODUCTS);
  served += 1;
  return [
    reference,
    name,
    shortDescription,
    `${figure}.95`,
    String(figure),
    taxRate,
    weight,
    ean13,
    new Date().toISOString(),
  ];
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    if (Buffer.concat(chunks).length === 0) throw new Error('a request without a body');
    await save(nextCells());
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'content-length': REPLY.length });
    response.end(REPLY);
  });
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`ready http://127.0.0.1:${port}/webservice\n`);
});
process.on('SIGTERM', () => process.exit(0));
