import { expect, test } from 'vitest';
import { openStore } from '../../../store/open.ts';
import { createToldFigures } from './figures.ts';

test('a thread that is too busy to answer is asked once, and its last answer stands until it does', async () => {
  const store = await openStore({ url: 'sqlite::memory:', blobFolder: '/nowhere' });
  const figures = { shop: store.figures() };
  await store.close();
  const told = createToldFigures(10);
  let asked = 0;
  const ask = () =>
    told.ask(() => {
      asked += 1;
    });
  expect(await ask()).toEqual({});
  expect(await ask()).toEqual({});
  expect(asked).toBe(1);
  told.tell(figures);
  expect(await ask()).toEqual(figures);
  expect(asked).toBe(2);
  const waiting = ask();
  told.tell({});
  expect(await waiting).toEqual({});
});
