import { expect, it } from 'vitest';
import { waitsByPhase } from './company.ts';

it('counts each wait where it ended, and one that the reply ended as the merge’s', () => {
  const waits = [
    { ended: 5, ms: 1 },
    { ended: 15, ms: 2 },
    { ended: 19, ms: 4 },
    { ended: 29, ms: 9 },
    { ended: 31, ms: 3 },
    { ended: 36, ms: 100 },
  ];
  const phases = waitsByPhase(waits, { start: 10, sent: 20, replied: 30 });
  expect(phases.idle).toMatchObject({ count: 1, max: 1 });
  expect(phases.arrival).toMatchObject({ count: 2, max: 4 });
  expect(phases.merge).toMatchObject({ count: 2, p50: 3, max: 9 });
});

it('has no summary of what did not happen', () =>
  expect(waitsByPhase([], { start: 0, sent: 1, replied: 2 }).merge).toMatchObject({
    count: 0,
    max: Number.NaN,
  }));
