import { expect, test } from 'vitest';
import { createTurn } from './turn.ts';

const UNDER_WAY = expect.objectContaining({ problem: { reason: 'replay_under_way' } });

async function* steps() {
  yield 'first';
  yield 'second';
}

test('a turn is taken at once, and ends with its steps', async () => {
  const turn = createTurn();
  const { signal } = new AbortController();
  const run = turn.take(signal).during(steps());
  expect(() => turn.take(signal)).toThrow(UNDER_WAY);
  expect(await Array.fromAsync(run)).toEqual(['first', 'second']);

  const left = turn.take(signal).during(steps());
  await left.next();
  await left.return(undefined);
  turn.take(signal).release();
  turn.take(signal);
});

test('a caller who leaves before the first step keeps nobody out, and one who leaves later does until the end', async () => {
  const turn = createTurn();
  const leaving = new AbortController();
  const never = turn.take(leaving.signal).during(steps());
  leaving.abort();
  turn.take(leaving.signal);

  const other = new AbortController();
  const run = turn.take(other.signal).during(steps());
  expect(await Array.fromAsync(never)).toEqual([]);
  await run.next();
  other.abort();
  expect(() => turn.take(new AbortController().signal)).toThrow(UNDER_WAY);
  await run.return(undefined);
  turn.take(new AbortController().signal);
});
