import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createApi } from '../../src/api/api.ts';
import { BASE_PATH } from '../../src/api/base-path.ts';
import type { CallRecord } from '../../src/api/http/call-record.ts';
import type { ApiLimits } from '../../src/api/options.ts';
import { createApiRoute, createConsoleRoute } from '../../src/cli/serve/http/fetch-routes.ts';
import { createListener } from '../../src/cli/serve/http/routes.ts';
import { createFolderCache } from '../../src/cli/serve/image-cache.ts';
import { createShopReplays } from '../../src/cli/serve/replay/shop-replays.ts';
import { openedStore } from '../../src/composition/opened-shop.ts';
import { readOnly } from '../../src/composition/read-only.ts';
import { createConsole } from '../../src/console/console.ts';
import type { ConsoleShop } from '../../src/console/options.ts';
import type { GuardLimits } from '../../src/domain/guard.ts';
import type { OwnableField } from '../../src/domain/ownership.ts';
import type { ApiScope } from '../../src/shop/api-tokens.ts';
import { addToken } from '../../src/shop/manage-tokens.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createAddressRules } from '../../src/webhooks/addresses.ts';
import { createSender } from '../../src/webhooks/send.ts';
import { DEFAULT_LIMITS } from '../../src/webservice/limits.ts';
import { createProxyTrust } from '../../src/webservice/node.ts';
import { orderMessage } from '../../src/webservice/order-message.ts';
import { type Dialect, testPlace } from '../store/dialects.ts';
import { WIRE } from './endpoint.ts';
import { listen } from './listen.ts';

const TIME_ZONE = 'Europe/Paris';
const NAMES = ['retail', 'wholesale'] as const;
type ShopName = (typeof NAMES)[number];

type OptionalPart =
  | 'guardDesk'
  | 'catalogue'
  | 'quotes'
  | 'documentArchive'
  | 'changeFeed'
  | 'provenance'
  | 'webhooks';

export interface ApiServerOptions {
  readonly dialect?: Dialect;
  readonly limits?: Partial<ApiLimits>;
  readonly corsOrigins?: readonly string[];
  /** Private addresses that webhooks may call. */
  readonly allowed?: readonly string[];
  /** What of products the shops keep for themselves. */
  readonly owned?: readonly OwnableField[];
  /** How much one run of the ERP may change. */
  readonly guard?: GuardLimits;
  /** As of a shop on a CMS's tables, of which there is no copy. */
  readonly isForeign?: true;
  /** What the shops are without. */
  readonly without?: { readonly [Part in OptionalPart]?: undefined };
  /** Folder of the console's built pages. */
  readonly pages?: string;
}

/** The API on a real HTTP server, before two shops on real stores. */
export interface ApiServer {
  /** `…/api/v1` */
  readonly url: string;
  /** Of the whole server, without a path. */
  readonly origin: string;
  /** Of images that were made smaller. */
  readonly imageFolder: string;
  readonly stores: Readonly<Record<ShopName, Store>>;
  /** Of a shop’s images and documents. */
  blobFolder(shop: ShopName): string;
  /** Every call that was answered, oldest first. */
  readonly calls: readonly CallRecord[];
  /** Addresses that were made to wait. */
  readonly delayed: readonly string[];
  /** As a server that is told to stop. */
  announceStop(): void;
  /** Puts the clock of limits and tokens forward. */
  passTime(seconds: number): void;
  /** That clock, in milliseconds. */
  now(): number;
  /** A new token of a shop, in clear. */
  token(shop: ShopName, ...scopes: readonly ApiScope[]): Promise<string>;
  /** `path` is below the API's own; without a token when that is undefined. */
  call(token: string | undefined, path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export async function serveApi(options: ApiServerOptions = {}): Promise<ApiServer> {
  const { dialect = 'sqlite', limits, corsOrigins = [], owned = [], guard, without } = options;
  const { allowed = [], pages = '/nowhere', isForeign } = options;
  const rules = createAddressRules(allowed);
  const sender = createSender({ rules, timeoutMs: 1000, userAgent: 'Passerelle' });
  const calls: CallRecord[] = [];
  const delayed: string[] = [];
  const stopping = new AbortController();
  let passed = 0;
  let ids = 0;
  const imageFolder = await mkdtemp(join(tmpdir(), 'passerelle-images-'));
  const places = await Promise.all(NAMES.map(() => testPlace(dialect)));
  const [retail, wholesale] = await Promise.all(
    places.map((place) => openStore({ ...place.options, owned, guard })),
  );
  const [retailBlobs = '', wholesaleBlobs = ''] = places.map(({ options }) => String(options.blobFolder));
  const blobFolders = { retail: retailBlobs, wholesale: wholesaleBlobs };
  if (!retail || !wholesale) throw new Error('there are two places');
  const stores = { retail, wholesale };
  const replayFolder = await mkdtemp(join(tmpdir(), 'passerelle-replays-'));
  const [first, second] = NAMES.map((name, index) => {
    const parts = { ...openedStore(stores[name]), ...without };
    const opened = () => parts;
    const { url = '', ...store } = places[index]?.options ?? {};
    const replays = createShopReplays({
      settings: {
        spec: {
          url: isForeign ? 'hikashop:mysql://127.0.0.1/cms' : url,
          sideUrl: '',
          store: { ...store, blobFolder: blobFolders[name], owned, guard },
          decorators: [],
        },
        served: { name, wire: WIRE, language: 'en', priceRuleMode: 'full' },
        limits: DEFAULT_LIMITS,
        payloadCharacters: 65_536,
      },
      bundled: { name, timeZone: TIME_ZONE, about: {} },
      folder: replayFolder,
      stopping: stopping.signal,
      opened,
    });
    return {
      name,
      language: 'en',
      mainLanguage: 'fr',
      timeZone: TIME_ZONE,
      orderMessage: (id: string) => orderMessage(id, { ...SERVED, shop: readOnly(parts.shop, parts.reader) }),
      opened,
      replays,
    } as const;
  });
  if (!first || !second) throw new Error('there are two shops');
  const shared = {
    afterRefusal: async (address: string) => void delayed.push(address),
    createRequestId: () => `request-${++ids}`,
    onCall: (call: CallRecord) => void calls.push(call),
    now: () => Date.now() + passed,
  };
  const console = createConsole({
    ...shared,
    shops: [consoleShop(first), consoleShop(second)],
    version: '1.2.3',
    features: { replay: false, guard: false, alerts: false },
    isTls: false,
    pages,
    onFailure: raise,
  });
  const api = createApi({
    ...shared,
    shops: [first, second],
    users: console.users,
    limits: { requestsPerMinute: 100_000, bodyBytes: 10_000, bodySeconds: 60, ...limits },
    corsOrigins,
    imageCache: createFolderCache({
      folder: imageFolder,
      mostBytes: 1e6,
      onFailure: raise,
    }),
    webhookCalls: { sender, ranges: allowed },
    stopping: stopping.signal,
  });
  const trust = createProxyTrust([]);
  const routes = [createApiRoute(api, trust), createConsoleRoute(console.answer, trust)];
  const server = createServer(createListener(routes, ''));
  const origin = `http://127.0.0.1:${await listen(server)}`;
  const url = `${origin}${BASE_PATH}`;
  return {
    url,
    origin,
    imageFolder,
    blobFolder: (shop) => blobFolders[shop],
    stores,
    calls,
    delayed,
    announceStop: () => stopping.abort(),
    now: shared.now,
    passTime: (seconds) => {
      passed += seconds * 1000;
    },
    async token(shop, ...scopes) {
      const added = await addToken(stores[shop].backoffice, { label: '', scopes, timeZone: TIME_ZONE });
      // A list of tokens serves a second.
      passed += 1_001;
      return added.token;
    },
    call: (token, path, init = {}) =>
      fetch(`${url}${path}`, {
        ...init,
        headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headersOf(init) },
      }),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      sender.close();
      await Promise.all([retail.close(), wholesale.close()]);
      await Promise.all(places.map((place) => place.remove()));
      await rm(imageFolder, { recursive: true });
      await rm(replayFolder, { recursive: true });
    },
  };
}

/** How the ERP would be answered. */
const SERVED = {
  name: 'shop',
  keys: { accepts: async () => false },
  wire: WIRE,
  language: 'en',
  priceRuleMode: 'merge',
} as const;

/** Its connection is a whole server's affair. */
const consoleShop = (shop: Omit<ConsoleShop, 'connection' | 'check'>): ConsoleShop => ({
  ...shop,
  connection: {
    paths: [],
    profile: 'v3',
    priceRules: 'merge',
    orderStates: {},
    store: 'sqlite:',
    isForeign: false,
  },
  check: async () => raise(new Error('only a whole server can be checked')),
});

function raise(error: unknown): never {
  throw error;
}

const headersOf = ({ headers }: RequestInit): Record<string, string> =>
  Object.fromEntries(new Headers(headers).entries());

/** A body that is a JSON object. */
export const jsonOf = async (response: Response): Promise<Readonly<Record<string, unknown>>> =>
  z.record(z.string(), z.unknown()).parse(await response.json());
