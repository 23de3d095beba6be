import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import type { NewOrder } from '../../domain/new-order.ts';
import type { AddedOrder } from '../../shop/order-desk.ts';
import { order } from '../../testing/contract/samples.ts';
import { openStore, type Store } from '../open.ts';

const { id: _, placedAt: __, ...SAID } = order('');
const OPTIONS = { allowUnknownReferences: true };

/** Two servers on one store, and what both of them make of the same requests. */
describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  let stores: readonly Store[];
  const open = (): Promise<Store> => openStore(place.options);
  beforeEach(async () => {
    place = await testPlace(dialect);
    stores = [await open(), await open()];
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await place.remove();
  });

  const add = (said: NewOrder, requestKey?: string): Promise<readonly AddedOrder[]> =>
    Promise.all(
      stores.map(({ backoffice }) =>
        backoffice.addOrder(said, { ...OPTIONS, ...(requestKey !== undefined && { requestKey }) }),
      ),
    );

  it('an order that both are asked for under one key is one, and told the same after both were closed', async () => {
    const rounds = Array.from({ length: 10 }, (_, index) => `key-${index}`);
    for (const key of rounds) {
      const [one, two] = await add(SAID, key);
      expect(two?.order).toEqual(one?.order);
      expect([one?.isRepeated, two?.isRepeated].sort()).toEqual([false, true]);
    }
    const [first] = stores;
    const told = await first?.backoffice.addOrder(SAID, { ...OPTIONS, requestKey: 'key-0' });
    await Promise.all(stores.map((store) => store.close()));
    stores = [await open()];
    const again = (await add(SAID, 'key-0'))[0];
    expect(again).toEqual(told);
    expect(again?.isRepeated).toBe(true);
    const stored = (await Array.fromAsync(stores[0]?.backoffice.orders() ?? [])).flat();
    expect(stored.map(({ id }) => id)).toEqual(rounds.map((_, index) => String(index + 1)));
  });

  it('made ids never meet, nor do those of callers', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => add(SAID)));
    const ids = made.flat().map((added) => Number(added.order.id));
    expect(ids.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const [one, two] = await add({ ...SAID, id: '99' });
    expect(two?.order).toEqual(one?.order);
    expect((await add(SAID)).map((added) => added.order.id).sort()).toEqual(['100', '101']);
  });
});
