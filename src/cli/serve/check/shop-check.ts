import { createTurns } from '../../../api/images/turns.ts';
import { ConformanceError } from '../../../conformance/conformance-error.ts';
import type { CheckReport } from '../../../conformance/report.ts';
import type { CheckAsked } from '../../../console/options.ts';
import { fail } from '../../../domain/error.ts';
import type { Configuration } from '../../configuration/resolve.ts';
import { endpointLimits } from '../settings.ts';
import type { HeldShop } from '../shops/held-shop.ts';
import { judgeShop } from './judge.ts';
import { withSampleShop } from './sample-shop.ts';

export type ShopCheck = (shop: HeldShop, asked: CheckAsked) => Promise<CheckReport>;

/** Checks of shops, one after the other: each keeps a server busy for seconds. */
export function createShopCheck({ shops, limits }: Pick<Configuration, 'shops' | 'limits'>): ShopCheck {
  const inTurn = createTurns(1);
  const bounds = { limits: endpointLimits(limits), idleSeconds: limits.idleSeconds };
  return ({ served, opened }, { isOnSample, language, signal, onProgress }) => {
    const settings = shops.find(({ name }) => name === served.name) ?? shops[0];
    const { profile } = settings;
    const asked = {
      profile,
      language,
      signal,
      onFinding: (_: unknown, done: number, total: number) => onProgress(done, total),
    };
    const checkSample = () =>
      withSampleShop(settings, ({ served, order }) =>
        judgeShop({ ...bounds, served }, { ...asked, write: true, order }),
      );
    const checkItself = async () => {
      const shop = await opened().untouched();
      return judgeShop({ ...bounds, served: { ...served, shop } }, { ...asked, write: false });
    };
    return inTurn(isOnSample ? checkSample : checkItself).catch((error: unknown) => {
      if (error instanceof ConformanceError) throw fail('unexpected', { value: error.message }, error);
      throw error;
    });
  };
}
