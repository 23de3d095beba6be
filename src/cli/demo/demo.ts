import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openShop } from '../../composition/open-shop.ts';
import { type OpenedShop, shopSideOf } from '../../composition/opened-shop.ts';
import { EDITIONS, ERP_PROFILES } from '../../connector/profiles/list.ts';
import type { EditionName, ErpName } from '../../connector/profiles/profile.ts';
import { createRemoteShop } from '../../connector/remote/remote-shop.ts';
import { createSimulatedErp, type SimulatedErp } from '../../connector/simulator/simulated-erp.ts';
import { sync } from '../../connector/sync/sync.ts';
import type { CommandContext } from '../commands/context.ts';
import { loadConfiguration } from '../configuration/load.ts';
import { serve } from '../serve/serve.ts';
import { shopSpec } from '../serve/settings.ts';
import { createSyncProgress } from '../sync/progress.ts';
import { summaryLines } from '../sync/summary.ts';
import { printable, writeLine } from '../terminal.ts';
import { DEMO_WORDING } from '../wording/demo.ts';
import { SYNC_WORDING } from '../wording/sync.ts';

export interface DemoOptions {
  readonly erp: ErpName;
  readonly edition: EditionName;
  readonly seed: number;
  readonly articles: number;
  /** Between two runs. */
  readonly seconds: number;
  /** Ends after so many; until the signal where it is not said. */
  readonly runs: number | undefined;
  readonly signal: AbortSignal;
}

/** A server on a temporary store, an invented ERP, and the connector between them over HTTP. Leaves nothing behind. */
export async function runDemo(context: CommandContext, options: DemoOptions): Promise<void> {
  const wording = DEMO_WORDING[context.language];
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-demo-'));
  const say = (line: string): Promise<void> => writeLine(context.terminal.output, printable(line));
  try {
    const stage = await openStage(context, folder, options);
    try {
      const { url, key } = stage;
      const erp = ERP_PROFILES[options.erp].title;
      for (const line of wording.welcome({ url, key, erp, folder })) await say(line);
      await play(context, { ...stage, say }, options);
    } finally {
      await stage.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await say(wording.bye);
}

interface Stage {
  readonly url: string;
  readonly key: string;
  readonly stateFolder: string;
  readonly opened: OpenedShop;
  readonly erp: SimulatedErp;
  close(): Promise<void>;
}

async function openStage(
  { language }: CommandContext,
  folder: string,
  { seed, articles, ...options }: DemoOptions,
): Promise<Stage> {
  const key = randomBytes(16).toString('hex');
  const configuration = await loadConfiguration({
    folder,
    environment: { PASSERELLE_PORT: '0', PASSERELLE_KEY: key, PASSERELLE_LOG_LEVEL: 'warn' },
    terminalLanguage: language,
  });
  const server = await serve(configuration, { print: () => {} });
  const opened = await openShop(shopSpec(configuration.shops[0]));
  const erp = createSimulatedErp({
    seed,
    articles,
    withGammes: Math.ceil(articles / 20),
    customers: Math.ceil(articles / 5),
    priceRules: articles * 2,
    profile: ERP_PROFILES[options.erp],
    edition: EDITIONS[options.edition],
  });
  return {
    url: server.url,
    key,
    stateFolder: join(folder, 'sync'),
    opened,
    erp,
    async close() {
      await opened.close();
      await server.stop();
    },
  };
}

interface Play extends Stage {
  say(line: string): Promise<void>;
}

async function play(context: CommandContext, stage: Play, options: DemoOptions): Promise<void> {
  const { signal, runs = Number.POSITIVE_INFINITY } = options;
  const demo = DEMO_WORDING[context.language];
  let orders = 0;
  for (let run = 1; run <= runs && !signal.aborted; run++) {
    await stage.say(demo.day(run));
    if (run > 1) {
      await stage.say(demo.changed(stage.erp.advance().length));
      const ids = await placeOrders(stage, orders, ORDERS_A_DAY);
      orders += ids.length;
      await stage.say(demo.ordered(ids));
    }
    await oneRun(context, stage, options);
    if (run < runs) await setTimeout(options.seconds * 1000, undefined, { signal }).catch(() => {});
  }
}

const ORDERS_A_DAY = 3;

async function placeOrders(
  { erp, opened }: Pick<Stage, 'erp' | 'opened'>,
  first: number,
  count: number,
): Promise<readonly string[]> {
  const orders = Array.from({ length: count }, (_, index) => erp.orderFor(first + index));
  const { placeOrder } = shopSideOf(opened);
  for (const order of orders) await placeOrder(order, { history: [], trackingNumbers: [] });
  return orders.map(({ id }) => id);
}

async function oneRun(
  { terminal, language }: CommandContext,
  { erp, url, key, stateFolder, say }: Play,
  { erp: erpName, edition, signal }: DemoOptions,
): Promise<void> {
  const wording = SYNC_WORDING[language];
  const progress = createSyncProgress(terminal.errors, wording);
  try {
    const report = await sync({
      source: erp.source,
      shop: createRemoteShop({ url, key, compression: '1' }),
      profile: ERP_PROFILES[erpName],
      edition: EDITIONS[edition],
      stateFolder,
      finalState: 'imported',
      now: erp.now,
      signal,
      events: progress,
    });
    for (const line of summaryLines(report, { language, wording })) await say(`  ${line}`);
  } finally {
    progress.stop();
  }
}
