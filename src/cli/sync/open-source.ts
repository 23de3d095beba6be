import { join } from 'node:path';
import type { ErpSource } from '../../connector/erp-source.ts';
import { EDITIONS, ERP_PROFILES } from '../../connector/profiles/list.ts';
import type { RemoteShopOptions } from '../../connector/remote/remote-shop.ts';
import type { SyncSettings } from './settings.ts';

/** An opened source, and what belongs to it in a series of runs. */
export interface OpenedSource {
  readonly source: ErpSource;
  /** The source's own clock, where it has one. */
  readonly now?: () => Date;
  /** How it speaks, where that is part of it. */
  readonly speech?: Pick<RemoteShopOptions, 'dialect' | 'compression'>;
  /** What is done before each run but the first. */
  beforeNextRun?(): void;
}

/** Opens what the settings name. Each kind is loaded only when it is used: it may bring a driver along. */
export async function openSource(settings: SyncSettings): Promise<OpenedSource> {
  const { source, shopName, folder } = settings;
  if (source.folder !== undefined) {
    const { openFolderSource } = await import('../../connector/folder/folder-source.ts');
    return { source: await openFolderSource({ folder: source.folder, shop: shopName }) };
  }
  if (source.sql !== undefined) {
    const { openSqlSource } = await import('../../connector/sql/sql-source.ts');
    return { source: await openSqlSource(source.sql, { folder, shop: shopName }) };
  }
  return openSimulator(settings);
}

/** What the simulated ERP imports and where its clock stands is kept beside the settings: a restart goes on. */
async function openSimulator(settings: SyncSettings): Promise<OpenedSource> {
  const { source, folder, shopName, erp, edition } = settings;
  const { daysPerRun = 1, seed = 1, ...size } = source.simulator ?? {};
  const { createSimulatedErp } = await import('../../connector/simulator/simulated-erp.ts');
  const { dialectFor } = await import('../../connector/simulator/dialect-for.ts');
  const simulated = createSimulatedErp({
    ...size,
    seed,
    profile: ERP_PROFILES[erp],
    edition: EDITIONS[edition],
    folder: join(folder, '.passerelle', shopName, 'simulator'),
  });
  return {
    source: simulated.source,
    now: simulated.now,
    speech: dialectFor(ERP_PROFILES[erp], seed),
    beforeNextRun: () => void simulated.advance(daysPerRun),
  };
}
