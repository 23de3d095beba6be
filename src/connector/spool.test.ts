import { expect, onTestFinished, test } from 'vitest';
import { openSpool } from './spool.ts';

test('what was put aside comes back in its order, as often as it is asked for', async () => {
  const spool = openSpool<{ readonly number: number }>();
  onTestFinished(spool.close);
  for (let number = 0; number < 1000; number++)
    spool.add({ number }, number % 2 === 0 ? undefined : Uint8Array.from([number % 256]));
  for (const _ of [1, 2]) {
    const entries = await Array.fromAsync(spool.entries());
    expect(entries.map(({ value }) => value.number)).toEqual(Array.from({ length: 1000 }, (_, at) => at));
    expect(entries.slice(0, 2)).toEqual([
      { value: { number: 0 } },
      { value: { number: 1 }, bytes: Uint8Array.from([1]) },
    ]);
  }
});

test('it may be left in its midst', async () => {
  const spool = openSpool<number>();
  for (const value of [1, 2, 3]) spool.add(value);
  for await (const { value } of spool.entries()) if (value === 2) break;
  spool.close();
});
