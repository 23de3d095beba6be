import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import type { FormPart } from '../../../test/support/form.ts';
import { openRecordedShop, type RecordedShop } from '../../../test/support/recorded-shop.ts';
import { replayExchange } from '../../replay/replay-exchange.ts';

const message = (resource: string, data: string): readonly FormPart[] => [
  ['resource', resource],
  ['data', `<connecteur>${data}</connecteur>`],
];
const PRODUCT = message('add_product', '<reference>A</reference><nom>Lamp</nom><stock>3</stock>');
const CUSTOMER = message(
  'add_customer',
  '<clients><client><codetiers>C1</codetiers><nom>Martin</nom></client></clients>',
);
const RULE = message(
  'add_grilles',
  '<grilles><grille src="S" ref="1"><id_product>A</id_product><price>9</price><reduction_type>price</reduction_type></grille></grilles>',
);

describe.each(DIALECTS)('where only outcomes are recorded, on %s', (dialect) => {
  let place: TestPlace;
  let shop: RecordedShop;
  beforeEach(async () => {
    place = await testPlace(dialect);
    shop = await openRecordedShop({ ...place.options, record: 'outcomes' });
  });
  afterEach(async () => {
    await shop.close();
    await place.remove();
  });

  test('nothing is kept of what was sent and what it changed, and the feed tells of it all the same', async () => {
    const { journal, changeFeed } = shop.opened;
    for (const parts of [PRODUCT, CUSTOMER, RULE]) {
      const { id } = await shop.send(...parts);
      const kept = await shop.recorded({ id });
      expect(kept).toMatchObject({ outcome: 'success', recorded: 'outcomes', run: expect.any(String) });
      expect(kept.effect).toEqual([]);
      expect(kept).not.toHaveProperty('request');
      expect(kept).not.toHaveProperty('reply');
    }
    const [run] = (await Array.fromAsync(journal.runs({}))).flat();
    expect(run?.exchanges).toBe(3);
    const page = await changeFeed?.changes({ limit: 10 });
    expect(page?.events.map(({ entity }) => entity)).toEqual(['product', 'customer', 'price_rule']);
  });

  test('why it was refused is kept; it cannot be replayed', async () => {
    const exchange = await shop.send(
      ...message('update_product', '<reference>A</reference><stock>x</stock>'),
    );
    const kept = await shop.recorded(exchange);
    expect(kept).toMatchObject({ outcome: 'refused', reference: 'A', problem: { reason: 'not_a_number' } });
    await expect(replayExchange(kept, shop.target())).rejects.toMatchObject({
      problem: { reason: 'request_not_kept' },
    });
  });
});
