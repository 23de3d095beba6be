import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import { foldedText } from '../products/folded-text.ts';
import { MIGRATIONS } from './list.ts';
import { migrate } from './run.ts';

const BEFORE = MIGRATIONS.slice(
  0,
  MIGRATIONS.findIndex(({ id }) => id === '0012-catalogue-reading'),
);
const NAMES = ['Table de CHÊNE', "L'Œuvre d'été, à 100 % (« ÿ »)", 'ÀÉÎÕÜ ÇÑ æ Æ', ''];

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  beforeEach(async () => {
    place = await testPlace(dialect);
  });
  afterEach(() => place.remove());

  test('what was stored before is found as what comes later is', async () => {
    const database = await place.open();
    try {
      await migrate(database, BEFORE);
      await database.write(async (sql) => {
        const moment = '2026-01-01 00:00:00';
        for (const [id, name] of NAMES.entries()) {
          await sql.run(
            "INSERT INTO product (id, reference, kind, created_at, updated_at) VALUES ($1, $2, 'product', $3, $3)",
            [id + 1, `Réf-${id}`, moment],
          );
          const text = 'INSERT INTO product_text (product_id, language, name) VALUES ($1, $2, $3)';
          if (name !== '') await sql.run(text, [id + 1, '', name]);
          await sql.run(text, [id + 1, 'en', 'English']);
        }
      });
      await migrate(database);
      const rows = await database.read.all(
        'SELECT product_id AS id, reference, name FROM product_search ORDER BY product_id',
      );
      expect(rows).toEqual(
        NAMES.map((name, index) => ({
          id: index + 1,
          reference: `ref-${index}`,
          name: foldedText(name),
        })),
      );
    } finally {
      await database.close();
    }
  });
});
