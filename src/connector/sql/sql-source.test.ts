import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemOf, read, testBench, values } from '../../../test/support/database-bench.ts';
import { cuttingProxy } from '../../../test/support/database-proxy.ts';
import { WORDS } from '../../../test/support/database-words.ts';
import { mariadb, postgres } from '../../../test/support/databases.ts';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { JPEG } from '../../testing/contract/samples.ts';

const servers = [await postgres(), await mariadb('The SQL source')];

describe.each(servers.filter((server) => server !== undefined))('on $dialect', (server) => {
  const words = WORDS[server.dialect];
  const { cleaning, database, open } = testBench(server);

  test('every type of a column comes exactly', async () => {
    const { url } = await database(
      `CREATE TABLE types (AR_Ref char(10), prix decimal(30,12), poids ${words.double}, ean13 bigint, active boolean, available bit(1), photo ${words.blob}, xx_moment ${words.moment}, xx_jour date, xx_vide varchar(9), xx_accents varchar(20))`,
      `INSERT INTO types VALUES ('A', 123456789012345678.123456789012, 0.00001, 9007199254740993, false, ${words.bit}, ${words.bytes(Buffer.from(JPEG.bytes).toString('hex'))}, '2026-03-29 02:30:00', '2026-03-29', NULL, 'Œuvre d’été €')`,
    );
    const source = await open(url, { queries: { articles: 'types' } });
    expect(await values(source.articles())).toEqual([
      {
        reference: 'A',
        fields: {
          netPrice: '123456789012345678.123456789012',
          weight: '0.00001',
          ean13: '9007199254740993',
          active: false,
          available: true,
        },
        image: { type: JPEG.type, bytes: expect.objectContaining({ length: JPEG.bytes.length }) },
        customFields: {
          xx_moment: '2026-03-29 02:30:00',
          xx_jour: '2026-03-29',
          xx_accents: 'Œuvre d’été €',
        },
      },
    ]);
  });

  test('the default views, and the columns as Sage and EBP name them', async () => {
    const { url } = await database(
      'CREATE TABLE F_ARTICLE (AR_Ref varchar(20), AR_Design varchar(60), AR_PrixVen decimal(24,6), FA_CodeFamille varchar(20), AR_Sommeil smallint)',
      "INSERT INTO F_ARTICLE VALUES ('BAGUE', 'Bague or', 120.500000, 'BIJOUX', 0)",
      'CREATE VIEW EC_products AS SELECT * FROM F_ARTICLE',
      "CREATE VIEW EC_stock AS SELECT 'BAGUE' AS reference, -1.50 AS AS_QteSto",
      "CREATE VIEW EC_shipments AS SELECT '100' AS commande, '6A123' AS suivi UNION ALL SELECT '101', NULL",
      "CREATE VIEW EC_customers AS SELECT 'C1' AS CT_Num, 'Durand' AS CT_Intitule, 'Paris' AS ville",
      "CREATE VIEW EC_price_rules AS SELECT 'T1' AS tarif, 'BAGUE' AS AR_Ref, 10 AS palier, 99.90 AS prix_net, 'Revendeurs' AS groupe",
    );
    const source = await open(url);
    expect(source.name).not.toContain('@');
    expect(await values(source.articles())).toEqual([
      {
        reference: 'BAGUE',
        fields: { name: 'Bague or', netPrice: '120.5', active: true },
        categoryPath: ['BIJOUX'],
      },
    ]);
    expect(await values(source.stock())).toEqual([{ reference: 'BAGUE', stock: '-1.5' }]);
    expect(await values(source.shipments())).toEqual([{ orderId: '100', trackingNumber: '6A123' }]);
    expect(await values(source.customers())).toMatchObject([
      { code: 'C1', fields: { name: 'Durand' }, billingAddress: { fields: { city: 'Paris' } } },
    ]);
    expect(await values(source.priceRules())).toMatchObject([
      {
        rule: 'T1',
        reference: 'BAGUE',
        group: 'Revendeurs',
        kind: 'price',
        value: '99.9',
        fromQuantity: '10',
      },
    ]);
    expect(await values(source.salesDocuments())).toEqual([]);
  });

  test('variants stand in their parent, and a map names what the columns do not tell', async () => {
    const { url } = await database();
    const rows = [
      "SELECT 'T-S' AS reference, 'T' AS parent, 'S' AS taille, 9 AS mon_prix, 'B12' AS rayonnage, 'T-shirt' AS nom",
      "SELECT 'T', NULL, NULL, 10, NULL, 'T-shirt'",
    ];
    const source = await open(url, {
      queries: { articles: `${rows.join(' UNION ALL ')} ;\n` },
      map: { articles: { netPrice: 'MON_PRIX', xx_emplacement: 'rayonnage' } },
    });
    expect(await values(source.articles())).toEqual([
      {
        reference: 'T-S',
        parent: 'T',
        fields: { name: 'T-shirt' },
        customFields: { xx_emplacement: 'B12' },
      },
      {
        reference: 'T',
        fields: { name: 'T-shirt', netPrice: '10' },
        variants: [{ reference: 'T-S', axes: [{ name: 'taille', value: 'S' }], fields: { netPrice: '9' } }],
      },
    ]);
  });

  test('a piece is loaded with its file, from a column or from the disk', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'BL2.html'), '<!DOCTYPE html><html><body>BL2</body></html>');
    const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
    const { url } = await database(
      `CREATE TABLE EC_documents (number varchar(9), email varchar(40), doc_date date, pdf ${words.blob})`,
      `INSERT INTO EC_documents VALUES ('FA1', 'a@b.fr', '2026-11-20', ${words.bytes(pdf.toString('hex'))})`,
    );
    const query = "SELECT 'BL2' AS number, 'BL2.html' AS fichier";
    const [invoice] = await values(
      (await open(url, { map: { documents: { date: 'doc_date' } } })).salesDocuments(),
    );
    expect(invoice).toMatchObject({ number: 'FA1', type: 'invoice', date: '2026-11-20 00:00:00' });
    const loaded = await invoice?.load();
    expect(loaded).toMatchObject({ email: 'a@b.fr', file: { type: 'application/pdf' } });
    expect(Buffer.from(loaded?.file?.bytes ?? []).equals(pdf)).toBe(true);
    const onDisk = await open(url, { queries: { documents: query } }, folder);
    const [note] = await values(onDisk.salesDocuments());
    expect(await note?.load()).toMatchObject({ type: 'delivery_note', file: { type: 'text/html' } });
  });

  test('a record that cannot be read is a problem in the column’s own name', async () => {
    const { url } = await database();
    const source = await open(url, {
      queries: {
        articles: "SELECT 'A' AS reference, 'cher' AS \"Prix HT\"".replaceAll(
          '"',
          server.dialect === 'mysql' ? '`' : '"',
        ),
      },
    });
    expect(await read(source.articles())).toEqual([
      {
        problem: { reason: 'not_a_number', entity: 'product', record: 'A', field: 'Prix HT', value: 'cher' },
      },
    ]);
  });

  test('a moment with a zone is shown in the zone of the settings', async () => {
    const { url } = await database();
    const instant = words.instant(Date.parse('2026-07-01T22:30:00Z') / 1000);
    const source = await open(url, {
      queries: { documents: `SELECT 'FA1' AS number, ${instant} AS date` },
      timeZone: words.zone,
    });
    expect(await values(source.salesDocuments())).toMatchObject([{ date: '2026-07-02 00:30:00' }]);
  });

  test('many rows come, again and again, and may be left in their midst', async () => {
    const { url } = await database();
    const source = await open(url, { queries: { articles: words.series } });
    expect(await values(source.articles())).toHaveLength(5000);
    for await (const [first] of source.articles()) {
      expect(first).toMatchObject({ value: { reference: 'A1' } });
      break;
    }
    expect(await values(source.articles())).toHaveLength(5000);
  });

  test('a query cannot write', async () => {
    const { url, execute, cell } = await database('CREATE TABLE stolen (n int)', words.writing);
    const sneaky = await open(url, { queries: { articles: 'SELECT spoil() AS reference' } });
    await expect(values(sneaky.articles())).rejects.toThrow('query_refused');
    const two = await open(url, { queries: { articles: 'SELECT 1 AS reference; DELETE FROM stolen' } });
    await execute('INSERT INTO stolen VALUES (7)');
    await expect(values(two.articles())).rejects.toThrow('query_refused');
    expect(await cell('SELECT count(*) FROM stolen')).toBe('1');
  });

  test('what the database refuses names the setting', async () => {
    const { url } = await database();
    await expect(open(url)).rejects.toThrow('source_empty');
    expect(await problemOf(open(url, { queries: { stock: 'nowhere' } }))).toMatchObject({
      reason: 'query_refused',
      field: 'queries.stock',
    });
    const wrong = await open(url, { queries: { customers: 'SELECT wrong FROM nowhere' } });
    expect(await problemOf(values(wrong.customers()))).toMatchObject({
      reason: 'query_refused',
      field: 'queries.customers',
      value: expect.stringContaining('nowhere'),
    });
    const slow = await open(url, { queries: { articles: words.sleep }, timeoutSeconds: 1 });
    expect(await problemOf(values(slow.articles()))).toMatchObject({
      reason: 'query_refused',
      field: 'queries.articles',
    });
  });

  test('a name with quotes in it is a name and nothing else', async () => {
    const { url, cell } = await database('CREATE TABLE safe (reference int)');
    for (const name of ['x";DROP/**/TABLE/**/safe;--', 'x`;DROP/**/TABLE/**/safe;--'])
      expect(await problemOf(open(url, { queries: { articles: name } }))).toMatchObject({
        reason: 'query_refused',
      });
    expect(await cell('SELECT count(*) FROM safe')).toBe('0');
  });

  test('an unreachable database and a wrong password are source_unavailable, without the password', async () => {
    const { url } = await database();
    const closed = new URL(url);
    closed.port = '1';
    expect(await problemOf(open(closed.href, { queries: { articles: 'a' } }))).toMatchObject({
      reason: 'source_unavailable',
    });
    const wrong = new URL(url);
    wrong.username = 'nobody_at_all';
    wrong.password = 's3cret-enough';
    const problem = await problemOf(open(wrong.href, { queries: { articles: 'a' } }));
    expect(problem).toMatchObject({ reason: 'source_unavailable' });
    expect(JSON.stringify(problem)).not.toContain('s3cret');
  });

  test('a connection lost in the midst of a reading is source_unavailable', async () => {
    const { url } = await database();
    const proxy = await cuttingProxy(
      url,
      server.dialect === 'postgres' ? 'FETCH 2000' : 'seq_1_to_5000',
      'after',
    );
    cleaning.push(proxy.close);
    const source = await open(proxy.url, { queries: { articles: words.series } });
    expect(await problemOf(values(source.articles()))).toMatchObject({ reason: 'source_unavailable' });
  });
});
