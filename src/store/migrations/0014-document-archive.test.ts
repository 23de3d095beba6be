import { expect, test } from 'vitest';
import { DIALECTS, testPlace } from '../../../test/store/dialects.ts';
import { openStore } from '../open.ts';
import { MIGRATIONS } from './list.ts';
import { migrate } from './run.ts';

test.each(DIALECTS)('on %s, documents from before are found as what comes later is', async (dialect) => {
  const place = await testPlace(dialect);
  const database = await place.open();
  const index = MIGRATIONS.findIndex(({ id }) => id === '0014-document-archive');
  await migrate(database, MIGRATIONS.slice(0, index));
  const rows = [
    [
      'FA1',
      '{"customer":{"erpCode":"C7","id":"7","lastName":"\\u0000"},"placedAt":"2026-01-02 00:00:00"}',
      null,
    ],
    ['FA2', '{"customer":{"email":"Bob@shop.example","id":""}}', ''],
    ['FA3', null, ' Ada@Shop.example'],
    ['FA4', null, null],
  ];
  for (const row of rows)
    await database.write((sql) =>
      sql.run(
        `INSERT INTO sales_document (number, type, content, email, created_at, updated_at)
         VALUES ($1, 'invoice', $2, $3, '2026-03-04 05:06:07', '2026-03-04 05:06:07')`,
        row,
      ),
    );
  await migrate(database);
  const kept = await database.read.all(
    'SELECT customer_id, customer_code, email_key, document_date FROM sales_document ORDER BY number',
  );
  expect(kept.map((row) => Object.values(row as object))).toEqual([
    ['7', 'C7', null, '2026-01-02 00:00:00'],
    [null, null, 'bob@shop.example', '2026-03-04 05:06:07'],
    [null, null, 'ada@shop.example', '2026-03-04 05:06:07'],
    [null, null, null, '2026-03-04 05:06:07'],
  ]);
  await database.close();
  const { backoffice, close } = await openStore(place.options);
  const asked = { order: 'date', isDescending: false, limit: 9, email: 'ada@shop.example' } as const;
  expect((await backoffice.documentPage(asked)).items).toMatchObject([{ number: 'FA3' }]);
  await close();
  await place.remove();
});
