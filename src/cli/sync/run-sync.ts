import { EDITIONS, ERP_PROFILES } from '../../connector/profiles/list.ts';
import { createRemoteShop } from '../../connector/remote/remote-shop.ts';
import type { SyncReport } from '../../connector/sync/report.ts';
import { sync } from '../../connector/sync/sync.ts';
import type { Shop } from '../../shop/shop.ts';
import type { Terminal } from '../terminal.ts';
import type { SyncWording } from '../wording/sync.ts';
import type { OpenedSource } from './open-source.ts';
import { createSyncProgress } from './progress.ts';
import type { SyncSettings } from './settings.ts';

export interface RunOptions {
  readonly settings: SyncSettings;
  readonly opened: OpenedSource;
  readonly dryRun: boolean;
  readonly everything: boolean;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
  readonly wording: SyncWording;
  /** Of a dry run: each step, as it is planned. */
  readonly onStep?: (line: string) => void;
}

/** One run, with its progress on standard error. Rejects when it could not begin. */
export async function runSync({ settings, opened, ...options }: RunOptions): Promise<SyncReport> {
  const { erp, edition, stateFolder, flows, orderStates, finalState } = settings;
  const { customers, priceRules, documentDays, timeZone } = settings;
  const progress = createSyncProgress(options.terminal.errors, options.wording);
  const { onStep } = options;
  try {
    return await sync({
      source: opened.source,
      shop: remoteShop(settings, opened),
      profile: ERP_PROFILES[erp],
      edition: EDITIONS[edition],
      stateFolder,
      customers,
      priceRules,
      documentDays,
      timeZone,
      dryRun: options.dryRun,
      everything: options.everything,
      signal: options.signal,
      ...(opened.now && { now: opened.now }),
      ...(flows && { flows }),
      ...(orderStates && { orderStates }),
      ...(finalState !== undefined && { finalState }),
      events: {
        ...progress,
        ...(onStep && { step: ({ operation, record }) => onStep(`  ${operation} ${record}`) }),
      },
    });
  } finally {
    progress.stop();
  }
}

function remoteShop({ shop }: SyncSettings, { speech }: OpenedSource): Shop {
  const { url, key, profile, compression, pageSize, insecure, silenceSeconds } = shop;
  return createRemoteShop({
    url,
    key,
    profile,
    compression,
    pageSize,
    insecure,
    timeouts: { silence: silenceSeconds },
    ...speech,
  });
}
