import type {
  Bundle,
  BundleAsked,
  ReplayAsked,
  ReplayRun,
  ReplayStep,
  Replays,
} from '../../../api/replays.ts';
import type { OpenedShop } from '../../../composition/opened-shop.ts';
import { defined } from '../../../domain/optional.ts';
import { requireCopyable, temporaryFolder } from '../../../replay/copy.ts';
import { refusedForReal } from '../../../replay/hand-over.ts';
import { replayMany } from '../../../replay/replay-many.ts';
import { type Bounds, idsOf } from '../../../replay/select.ts';
import type { ReplayTarget } from '../../../replay/target.ts';
import { knownExchange } from '../../../shop/known-exchange.ts';
import type { Selection } from '../../../shop/replay.ts';
import { type BundledShop, bundleName, shopBundle } from '../../bundle/shop-bundle.ts';
import { type ReplaySettings, replayTarget } from '../../replay/settings.ts';
import { replayInThread } from './replay-thread.ts';
import { createTurn } from './turn.ts';

export interface ShopReplaysOptions
  extends Pick<ReplayTarget, 'runBulk' | 'onExchange'>,
    Pick<ReplayTarget['served'], 'transformXml'> {
  readonly settings: ReplaySettings;
  readonly bundled: BundledShop;
  /** Where copies go, one after another: nobody else's. */
  readonly folder: string;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
  /** Throws `store_unavailable` while the shop is not open. */
  opened(): OpenedShop;
}

/** Replays of one shop. */
export interface ShopReplays extends Replays {
  /** Once the server stops: ends what is under way. */
  end(): Promise<void>;
}

/** One call replays or packs no more: a thread, or a zip, is not kept for hours. */
const MOST_REPLAYED = 5000;
const MOST_PACKED = 10_000;

export function createShopReplays(options: ShopReplaysOptions): ShopReplays {
  const { opened, settings, stopping } = options;
  const underWay: UnderWay = new Set();
  /** A copy takes room and time: one at a time. */
  const turn = createTurn();

  const selected = async (selection: Selection, bounds: Bounds): Promise<readonly string[]> =>
    idsOf(opened().journal, selection, bounds);

  const untilStop = (asked: ReplayAsked): ReplayAsked => ({
    ...asked,
    signal: AbortSignal.any([asked.signal, stopping]),
  });

  return {
    async onCopy(asked): Promise<ReplayRun> {
      requireCopyable(settings.spec);
      const within = untilStop(asked);
      // Before anything is waited for: of two that come together the second is refused.
      const taken = turn.take(within.signal);
      try {
        const ids = await selected(within.selection, { most: MOST_REPLAYED, withoutReplays: true });
        const steps = known(underWay, replayOnCopy(ids, within, options));
        return { total: ids.length, steps: taken.during(steps) };
      } catch (error) {
        taken.release();
        throw error;
      }
    },
    async forReal(asked): Promise<ReplayRun> {
      const ids = await selected(asked.selection, { most: MOST_REPLAYED, withoutReplays: true });
      return { total: ids.length, steps: known(underWay, replayForReal(ids, untilStop(asked), options)) };
    },
    async bundle({ selection, language, isRedacted }: BundleAsked): Promise<Bundle> {
      const ids = await selected(selection, { most: MOST_PACKED });
      if ('named' in selection) for (const id of ids) await knownExchange(opened().journal, id);
      const now = new Date();
      const { bundled: shop } = options;
      const zip = await shopBundle(ids, { opened: opened(), shop, language, isRedacted, now });
      return { name: bundleName(shop, now), total: ids.length, zip: known(underWay, zip) };
    },
    async end() {
      // Also of what nobody reads any more.
      await Promise.all([...underWay].map((steps) => steps.return(undefined)));
    },
  };
}

async function* replayOnCopy(
  ids: readonly string[],
  { edited, signal }: ReplayAsked,
  { settings, folder: parent }: ShopReplaysOptions,
): AsyncGenerator<ReplayStep> {
  const { path: folder, remove } = await temporaryFolder(parent);
  try {
    yield* replayInThread({ settings, folder, ids, ...defined({ edited }) }, signal);
  } finally {
    await remove();
  }
}

async function* replayForReal(
  ids: readonly string[],
  { selection, edited, signal }: ReplayAsked,
  { settings, folder: parent, opened, transformXml, runBulk, onExchange }: ShopReplaysOptions,
): AsyncGenerator<ReplayStep> {
  const { path: folder, remove } = await temporaryFolder(parent);
  try {
    const source = opened();
    const own = replayTarget(settings, { opened: source, folder, ...defined({ transformXml }) });
    const target = { ...own, ...defined({ runBulk, onExchange }) };
    const refused = refusedForReal(selection);
    for await (const results of replayMany(ids, {
      source,
      target,
      signal,
      ...refused,
      ...defined({ edited }),
    }))
      yield { kind: 'results', results };
  } finally {
    await remove();
  }
}

type UnderWay = Set<AsyncGenerator<unknown>>;

/** Kept in a list from its first step to its end. */
async function* known<Step>(list: UnderWay, steps: AsyncGenerator<Step>): AsyncGenerator<Step> {
  list.add(steps);
  try {
    yield* steps;
  } finally {
    list.delete(steps);
  }
}
