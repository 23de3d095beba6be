import { PasserelleError } from '../../src/domain/error.ts';
import { openStore } from '../../src/store/open.ts';
import { stepsOf } from './shared-work.ts';

/**
 * One process of several: `node writer-process.ts OPTIONS NUMBER`. It repeats what the storage refused, as an ERP does,
 * and prints how often that was.
 */
const [options = '', number = ''] = process.argv.slice(2);
let refused = 0;
const store = await persist(() => openStore(JSON.parse(options)));
await Promise.all(
  stepsOf(Number(number)).map(async (steps) => {
    for (const step of steps) await persist(() => step(store.shop));
  }),
);
await store.close();
console.log(`done ${refused}`);

async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PasserelleError) || !error.retryable) throw error;
      refused += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
