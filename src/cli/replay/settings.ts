import { join } from 'node:path';
import type { OpenedShop } from '../../composition/opened-shop.ts';
import type { ShopSpec } from '../../composition/shop-spec.ts';
import { defined } from '../../domain/optional.ts';
import { openCopy } from '../../replay/copy.ts';
import type { ReplayTarget } from '../../replay/target.ts';
import { openSheets, type SheetsOptions } from '../../sheets/sheets.ts';
import { createSpool } from '../../webservice/intake/spool.ts';
import type { Configuration, ShopConfiguration } from '../configuration/resolve.ts';
import { endpointLimits, servedSettings, sheetsOptions, shopSpec } from '../serve/settings.ts';

/** With what a shop answers its connector: plain data, so that another thread can do it too. */
export interface ReplaySettings extends Pick<ReplayTarget, 'limits' | 'payloadCharacters'> {
  readonly spec: ShopSpec;
  readonly served: Omit<ReplayTarget['served'], 'transformXml'>;
  readonly sheets?: SheetsOptions;
}

export const replaySettings = (
  shop: ShopConfiguration,
  { limits, journal }: Pick<Configuration, 'limits' | 'journal'>,
): ReplaySettings => ({
  spec: shopSpec(shop),
  served: servedSettings(shop),
  limits: endpointLimits(limits),
  payloadCharacters: journal.payloadBytes,
  ...defined({ sheets: sheetsOptions(shop) }),
});

interface TargetParts extends Pick<ReplayTarget['served'], 'transformXml'> {
  readonly opened: OpenedShop;
  /** For what does not go into memory; it is this target's own. */
  readonly folder: string;
}

export const replayTarget = (
  { served, limits, payloadCharacters }: ReplaySettings,
  { opened, folder, transformXml }: TargetParts,
): ReplayTarget => ({
  shop: opened,
  served: { ...served, ...defined({ transformXml }) },
  limits,
  spool: createSpool(join(folder, 'spool'), limits),
  payloadCharacters,
});

/**
 * Gives `work` a copy of the shop in `folder`, under the shop's settings, and closes it. Rejects with `copy_unsupported`, and as
 * shops and sheets are opened.
 */
export async function onCopy<T>(
  settings: ReplaySettings,
  folder: string,
  work: (target: ReplayTarget) => Promise<T>,
): Promise<T> {
  const opened = await openCopy(settings.spec, folder);
  try {
    return await withSheets(settings, (transformXml) =>
      work(replayTarget(settings, { opened, folder, ...defined({ transformXml }) })),
    );
  } finally {
    await opened.close();
  }
}

/** The shop's sheets for the time of `work`, where it has any. */
export async function withSheets<T>(
  { sheets: options }: Pick<ReplaySettings, 'sheets'>,
  work: (transformXml: ReplayTarget['served']['transformXml']) => Promise<T>,
): Promise<T> {
  const sheets = options && (await openSheets(options));
  try {
    return await work(sheets);
  } finally {
    sheets?.close();
  }
}
