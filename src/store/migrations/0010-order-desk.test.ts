import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import { order } from '../../testing/contract/samples.ts';
import { openStore } from '../open.ts';
import { MIGRATIONS } from './list.ts';
import { migrate } from './run.ts';

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  beforeEach(async () => {
    place = await testPlace(dialect);
  });
  afterEach(() => place.remove());

  test('orders from before are found by their customers, and numbers go on behind theirs', async () => {
    const database = await place.open();
    const index = MIGRATIONS.findIndex(({ id }) => id === '0010-order-desk');
    await migrate(database, MIGRATIONS.slice(0, index));
    const { customer, totals } = order('');
    const orders = { '41': ' Lee@Bagues.FR', 'W-99': '', '1234567890123456': 'é@b.fr' };
    for (const [id, email] of Object.entries(orders))
      await database.write((sql) =>
        sql.run(
          `INSERT INTO shop_order (id, state, placed_at, customer_id, customer_email, paid, content)
           VALUES ($1, 'paid', '2026-01-01 00:00:00', $2, $3, $4, '{}')`,
          [id, customer.id, email, totals.paid],
        ),
      );
    await migrate(database);
    const rows = await database.read.all<{ id: string; key: string | null }>(
      'SELECT id, customer_email_key AS key FROM shop_order ORDER BY order_key',
    );
    expect(rows.map(({ key }) => key)).toEqual(['lee@bagues.fr', null, 'é@b.fr']);
    await database.close();
    const { backoffice, close } = await openStore(place.options);
    const { id: _, ...said } = order('');
    const { order: added } = await backoffice.addOrder(said, { allowUnknownReferences: true });
    expect(added.id).toBe('42');
    await close();
  });
});
