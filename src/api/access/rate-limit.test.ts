import { expect, test } from 'vitest';
import { createRateLimit, rateLimitHeaders } from './rate-limit.ts';

function limitAt(perMinute: number) {
  let time = 1_000_000;
  const limit = createRateLimit(perMinute, () => time);
  return {
    take: (who = 'one') => limit.take(who),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

test.each([1, 7, 60, 600])(
  '%i calls a minute may come at once, and then one in each part of it',
  (perMinute) => {
    const { take, pass } = limitAt(perMinute);
    for (let left = perMinute - 1; left >= 0; left--)
      expect(take()).toMatchObject({ isGranted: true, remaining: left });
    const refused = take();
    expect(refused).toMatchObject({ isGranted: false, remaining: 0 });
    expect(refused.secondsToNext).toBe(Math.ceil(60 / perMinute));
    pass(60_000 / perMinute);
    expect(take().isGranted).toBe(true);
    expect(take().isGranted).toBe(false);
    expect(take('another').isGranted).toBe(true);
    pass(60_000);
    expect(take()).toMatchObject({ isGranted: true, remaining: perMinute - 1 });
  },
);

test('a refusal says when to come again, in whole seconds', () => {
  const { take } = limitAt(600);
  expect(rateLimitHeaders(600, take())).toEqual({
    'ratelimit-policy': '"token";q=600;w=60',
    ratelimit: '"token";r=599;t=0',
  });
  const refused = { isGranted: false, remaining: 0, secondsToNext: 1 };
  expect(rateLimitHeaders(600, refused)).toMatchObject({ 'retry-after': '1' });
});
