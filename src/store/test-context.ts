import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDateTime, localDateTime } from '../domain/dates.ts';
import { USUAL_PRICING } from '../domain/pricing/question.ts';
import { openBlobs } from './blobs.ts';
import type { StoreContext } from './context.ts';
import type { Database } from './database.ts';
import { migrate } from './migrations/run.ts';

export interface TestClock {
  /** An hour later; gives the new time. */
  advance(): LocalDateTime;
}

/** Where a test's database is; gone once the test is over. */
interface Place {
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/** For tests of the store's parts: a passing database and a clock that stands still until it is put forward. */
export async function openTestContext(
  place: Place,
  importableStates?: readonly string[],
): Promise<{ context: StoreContext; clock: TestClock }> {
  const database = await place.open();
  await migrate(database);
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-blobs-'));
  let hours = 0;
  const now = (): LocalDateTime => localDateTime(new Date(Date.UTC(2026, 0, 1, hours)), 'UTC');
  const context: StoreContext = {
    database: {
      ...database,
      async close() {
        await database.close();
        await place.remove();
        rmSync(folder, { recursive: true, force: true });
      },
    },
    blobs: openBlobs(folder),
    now,
    instant: () => `${now().replace(' ', 'T')}.000Z`,
    timeZone: 'UTC',
    importableStates,
    pricing: USUAL_PRICING,
    owned: new Set(),
    guard: undefined,
    record: 'everything',
  };
  return {
    context,
    clock: {
      advance() {
        hours += 1;
        return now();
      },
    },
  };
}

export async function collect<Item>(batches: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
