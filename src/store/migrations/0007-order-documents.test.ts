import { describe, expect, test } from 'vitest';
import { DIALECTS, testPlace } from '../../../test/store/dialects.ts';
import { MIGRATIONS } from './list.ts';
import { migrate } from './run.ts';

describe.each(DIALECTS)('on %s', (dialect) => {
  test('codes of pieces become names, in orders and in documents; everything else stays', async () => {
    const place = await testPlace(dialect);
    const database = await place.open();
    try {
      const before = MIGRATIONS.findIndex(({ id }) => id === '0007-order-documents');
      await migrate(database, MIGRATIONS.slice(0, before));
      const contents = [
        { carrier: 'a "documentType":"21" b', documentType: '21', documentState: '1' },
        { documentType: '24', totals: { paid: '23' } },
        { carrier: 'no piece' },
      ].map((content) => JSON.stringify(content));
      await database.write(async (sql) => {
        for (const [index, content] of contents.entries()) {
          await sql.run(
            `INSERT INTO shop_order (id, state, placed_at, customer_id, customer_email, paid, content)
             VALUES ($1, '2', '2026-03-22 10:09:22', '7', 'o@l.fr', '1', $2)`,
            [String(index), content],
          );
          await sql.run(
            `INSERT INTO sales_document (number, type, content, created_at, updated_at) VALUES ($1, 'order', $2, '', '')`,
            [String(index), content],
          );
        }
        await sql.run(
          `INSERT INTO sales_document (number, type, created_at, updated_at) VALUES ('F', 'invoice', '', '')`,
        );
      });
      await migrate(database);
      const orders = await database.read.all<{ content: string }>(
        'SELECT content FROM shop_order ORDER BY id',
      );
      const documents = await database.read.all<{ content: string | null }>(
        'SELECT content FROM sales_document ORDER BY number',
      );
      expect(orders.map(({ content }) => JSON.parse(content))).toEqual([
        { carrier: 'a "documentType":"21" b', documentType: 'order', documentState: 'confirmed' },
        { documentType: '24', totals: { paid: '23' } },
        { carrier: 'no piece' },
      ]);
      expect(documents.map(({ content }) => content)).toEqual([
        ...orders.map(({ content }) => content),
        null,
      ]);
    } finally {
      await database.close();
      await place.remove();
    }
  });
});
