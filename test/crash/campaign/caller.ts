import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../../scripts/sample/random.ts';
import { createRemoteShop } from '../../../src/connector/remote/remote-shop.ts';
import { PasserelleError } from '../../../src/domain/error.ts';
import type { Shop } from '../../../src/shop/shop.ts';
import { KEY } from '../../support/endpoint.ts';
import type { Campaign, Tally } from './campaign.ts';

/** A client's way to the servers: each attempt goes to any of them. */
export interface Caller {
  /**
   * One call, repeated until a server acknowledges it. One call in IMPATIENT is given up at its first failure: undefined.
   * Rejects when a server refuses it for another reason than being unable to serve.
   */
  call<T>(send: (shop: Shop) => Promise<T>): Promise<{ readonly answer: T } | undefined>;
  close(): Promise<void>;
}

const IMPATIENT = 6;
const LONGEST_MS = 90_000;
const PAUSE_MS = 80;

export function createCaller({ servers, tally, signal }: Campaign, seed: number): Caller {
  const random = createRandom(seed);
  const shops = new Map<string, Shop>();

  function shopAt(url: string): Shop {
    const shop = shops.get(url) ?? createRemoteShop({ url, key: KEY });
    shops.set(url, shop);
    return shop;
  }

  async function attempt<T>(send: (shop: Shop) => Promise<T>): Promise<{ readonly answer: T } | undefined> {
    const urls = servers.urls();
    const url = urls[random.integer(urls.length)] ?? '';
    try {
      const answer = await send(shopAt(url));
      tally.acknowledged += 1;
      for (const listener of tally.listeners.splice(0)) listener(url);
      return { answer };
    } catch (error) {
      countFailure(tally, error);
      return undefined;
    }
  }

  return {
    async call(send) {
      tally.begun += 1;
      const isPatient = !random.oneIn(IMPATIENT);
      const until = performance.now() + LONGEST_MS;
      do {
        signal.throwIfAborted();
        const answered = await attempt(send);
        if (answered) return answered;
        await sleep(random.integer(PAUSE_MS));
      } while (isPatient && performance.now() < until);
      if (isPatient) throw new Error(`no server took a call for ${LONGEST_MS / 1000} s`);
      tally.givenUp += 1;
      return undefined;
    },
    close: async () => void (await Promise.all([...shops.values()].map((shop) => shop.close()))),
  };
}

function countFailure({ failures }: Tally, error: unknown): void {
  if (!(error instanceof PasserelleError) || error.problem.reason !== 'shop_unavailable') throw error;
  const { value = '' } = error.problem;
  failures.set(value, (failures.get(value) ?? 0) + 1);
}
