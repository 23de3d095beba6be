import { describe, expect, test } from 'vitest';
import { problemOf, testBench } from '../../../test/support/database-bench.ts';
import { cuttingProxy } from '../../../test/support/database-proxy.ts';
import { WORDS } from '../../../test/support/database-words.ts';
import { mariadb, postgres } from '../../../test/support/databases.ts';
import { order as sampleOrder } from '../../testing/contract/samples.ts';

const order = sampleOrder('1042');
const servers = [await postgres(), await mariadb('Orders written by SQL')];

describe.each(servers.filter((server) => server !== undefined))('orders on $dialect', (server) => {
  const words = WORDS[server.dialect];
  const { cleaning, database, open } = testBench(server);

  const TABLES = [
    'CREATE TABLE pieces (piece varchar(40) PRIMARY KEY, shop varchar(40) NOT NULL, web_id varchar(40) NOT NULL, email varchar(80), paid decimal(12,2), placed timestamp, warehouse varchar(9), UNIQUE (shop, web_id))',
    'CREATE TABLE piece_lines (piece varchar(40) NOT NULL, n int NOT NULL, reference varchar(40), quantity decimal(12,3), price decimal(12,4), PRIMARY KEY (piece, n))',
  ];
  const ORDERS = {
    exists: 'SELECT piece FROM pieces WHERE shop = :shop AND web_id = :id',
    header: `INSERT INTO pieces VALUES (${words.piece}, :shop, :id, :customer_email, :total_paid, :placed_at, :warehouse) -- :nothing`,
    line: 'INSERT INTO piece_lines VALUES (:document, :line_number, :line_reference, :line_quantity, :line_net_unit_price)',
  };

  const COUNTS = "SELECT CONCAT((SELECT count(*) FROM pieces), ' ', (SELECT count(*) FROM piece_lines))";

  test('an order that is imported twice is there once', async () => {
    const { url, cell } = await database(...TABLES);
    const source = await open(url, { orders: ORDERS });
    const { id, lines } = order;
    const document = `BC-${id}`;
    expect(await source.importedOrder(id)).toBeUndefined();
    expect(await source.importOrder(order)).toEqual({ document, outcome: 'imported' });
    expect(await source.importOrder(order)).toEqual({ document, outcome: 'already_imported' });
    expect(await source.importedOrder(id)).toBe(document);
    expect(await cell(COUNTS)).toBe(`1 ${lines.length}`);
    expect(await cell('SELECT paid FROM pieces')).toBe(Number(order.totals.paid).toFixed(2));
    expect(await cell('SELECT email FROM pieces')).toBe(order.customer.email);
  });

  test('so it is where the table has no unique key', async () => {
    const { url, cell } = await database(
      ...TABLES.map((table) => table.replace(/,? ?(?:PRIMARY KEY|UNIQUE)(?: \([^)]*\))?/g, '')),
    );
    for (const outcome of ['imported', 'already_imported']) {
      const source = await open(url, { orders: ORDERS });
      expect(await source.importOrder(order)).toMatchObject({ outcome });
    }
    expect(await cell(COUNTS)).toBe(`1 ${order.lines.length}`);
  });

  test('of two at once one finds what the other wrote', async () => {
    const { url, cell } = await database(...TABLES);
    const sources = await Promise.all([open(url, { orders: ORDERS }), open(url, { orders: ORDERS })]);
    const outcomes = await Promise.all(sources.map((source) => source.importOrder(order)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already_imported', 'imported']);
    expect(await cell(COUNTS)).toBe(`1 ${order.lines.length}`);
  });

  test.each(['before', 'after'] as const)('the network breaks %s the commit', async (moment) => {
    const { url, cell } = await database(...TABLES);
    const proxy = await cuttingProxy(url, 'COMMIT', moment);
    cleaning.push(proxy.close);
    const cut = await open(proxy.url, { orders: ORDERS, queries: { articles: 'pieces' } });
    expect(await problemOf(cut.importOrder(order))).toMatchObject({ reason: 'source_unavailable' });
    const again = await (await open(url, { orders: ORDERS })).importOrder(order);
    expect(again.document).toBe(`BC-${order.id}`);
    expect(again.outcome).toBe(moment === 'before' ? 'imported' : 'already_imported');
    expect(await cell(COUNTS)).toBe(`1 ${order.lines.length}`);
  });

  test('the database ends the connection between two statements', async () => {
    const { url, cell } = await database(...TABLES);
    const dying = await open(url, { orders: { ...ORDERS, line: words.killer } });
    expect(await problemOf(dying.importOrder(order))).toMatchObject({ reason: 'source_unavailable' });
    expect(await cell(COUNTS)).toBe('0 0');
    const source = await open(url, { orders: ORDERS });
    expect(await source.importOrder(order)).toMatchObject({ outcome: 'imported' });
  });

  test('a refused statement leaves nothing behind and names itself', async () => {
    const { url, cell } = await database(...TABLES);
    const wrong = await open(url, {
      orders: { ...ORDERS, line: 'INSERT INTO nowhere VALUES (:line_name)' },
    });
    expect(await problemOf(wrong.importOrder(order))).toMatchObject({
      reason: 'query_refused',
      field: 'orders.line',
    });
    expect(await cell(COUNTS)).toBe('0 0');
    expect(await problemOf(open(url, { orders: { ...ORDERS, header: 'SELECT :who' } }))).toMatchObject({
      reason: 'query_refused',
      field: 'orders.header',
      value: expect.stringContaining(':who'),
    });
  });
});
