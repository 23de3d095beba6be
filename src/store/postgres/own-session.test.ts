import { afterEach, beforeEach, expect, test } from 'vitest';
import { postgresPlace, type TestPlace } from '../../../test/store/dialects.ts';
import { sharingPooler } from '../../../test/support/sharing-pooler.ts';
import { openPostgres } from './open.ts';

let place: TestPlace;
beforeEach(async () => {
  place = await postgresPlace();
});
afterEach(() => place.remove());

test('behind a pooler that shares one session among connections, a shop is not opened', async () => {
  const pooler = await sharingPooler(place.options.url);
  const opening = openPostgres({ url: pooler.url });
  await expect(opening).rejects.toMatchObject({
    code: 'unsupported',
    problem: { reason: 'sessions_shared' },
  });
  pooler.close();
});
