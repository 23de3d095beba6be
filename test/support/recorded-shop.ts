import { hash } from 'node:crypto';
import { join } from 'node:path';
import { openShop } from '../../src/composition/open-shop.ts';
import type { OpenedShop } from '../../src/composition/opened-shop.ts';
import type { ShopSpec } from '../../src/composition/shop-spec.ts';
import type { ReplayTarget } from '../../src/replay/target.ts';
import type { Exchange, RecordedExchange } from '../../src/shop/journal.ts';
import type { StoreOptions } from '../../src/store/options.ts';
import { processBulk } from '../../src/webservice/bulk/bulk.ts';
import { createEndpoint } from '../../src/webservice/endpoint.ts';
import { createKeyRing } from '../../src/webservice/gate.ts';
import { createSpool } from '../../src/webservice/intake/spool.ts';
import { DEFAULT_LIMITS } from '../../src/webservice/limits.ts';
import { KEY, WIRE } from './endpoint.ts';
import { type FormPart, multipart } from './form.ts';

const PAYLOAD_CHARACTERS = 65_536;
const SETTINGS = { name: 'shop', wire: WIRE, language: 'en', priceRuleMode: 'full' } as const;

/** A real store behind the endpoint, whose journal records what is sent. */
export interface RecordedShop {
  readonly spec: ShopSpec;
  readonly opened: OpenedShop;
  /** Gives the journal's entry, which is about to be recorded. */
  send(...parts: readonly FormPart[]): Promise<Exchange>;
  /** The entry as the journal has it. */
  recorded(exchange: Pick<Exchange, 'id'>): Promise<RecordedExchange>;
  /** Until all that was sent is recorded. */
  settled(): Promise<void>;
  /** This shop, or a copy of it, for a replay. */
  target(opened?: OpenedShop): ReplayTarget;
  close(): Promise<void>;
}

export async function openRecordedShop(
  store: StoreOptions & { readonly blobFolder: string },
): Promise<RecordedShop> {
  const { url, ...options } = store;
  const spec: ShopSpec = { url, sideUrl: '', store: options, decorators: [] };
  const opened = await openShop(spec);
  const spool = createSpool(join(store.blobFolder, '..', 'spool'), DEFAULT_LIMITS);
  const common = { limits: DEFAULT_LIMITS, spool, payloadCharacters: PAYLOAD_CHARACTERS };
  const recorded: { exchange: Exchange; done: Promise<void> }[] = [];
  const keys = createKeyRing({ load: async () => [hash('sha256', KEY)] });
  const endpoint = createEndpoint({
    ...common,
    shops: [
      {
        ...SETTINGS,
        shop: opened.shop,
        keys,
        journal: {
          recordExchange(exchange) {
            const done = opened.journal.recordExchange(exchange);
            recorded.push({ exchange, done });
            return done;
          },
        },
      },
    ],
    runBulk: (request, source) => processBulk(opened.shop, request, source),
    delays: { afterFailure: async () => {} },
  });
  const settled = async (): Promise<void> => {
    for (const { done } of recorded) await done;
  };
  return {
    spec,
    settled,
    async recorded({ id }) {
      await settled();
      const exchange = await opened.journal.exchange(id);
      if (!exchange) throw new Error(`no exchange ${id}`);
      return exchange;
    },
    opened,
    async send(...parts) {
      const { headers, body } = multipart([['key', KEY], ...parts]);
      const answer = await endpoint({
        method: 'POST',
        header: (name) => headers[name],
        body: (async function* () {
          yield body;
        })(),
        remoteAddress: '10.0.0.1',
      });
      if (typeof answer.body !== 'string') for await (const _ of answer.body);
      const last = recorded.at(-1);
      if (!last) throw new Error('nothing was recorded');
      return last.exchange;
    },
    target: (shop = opened) => ({ ...common, shop, served: SETTINGS }),
    close: () => opened.close(),
  };
}
