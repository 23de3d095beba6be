import type { ConsoleUser } from '../../../shop/console-accounts.ts';
import type { ConsoleFeatures, ConsoleShop } from '../../options.ts';
import type { ConsoleServices } from '../../services.ts';

interface SessionContent {
  /** Nobody is there yet, and nobody has ever been. */
  readonly needsSetup: boolean;
  readonly user?: Pick<ConsoleUser, 'name' | 'role' | 'language'>;
  readonly shops?: readonly Pick<ConsoleShop, 'name' | 'language' | 'timeZone'>[];
  readonly version: string;
  readonly features: ConsoleFeatures;
}

/** What a page learns first: who is there, and what there is to show. */
export async function sessionContent(
  { options, accounts }: ConsoleServices,
  user: ConsoleUser | undefined,
): Promise<SessionContent> {
  const { version, features, shops } = options;
  if (!user) return { needsSetup: (await accounts().users()).length === 0, version, features };
  const { name, role, language } = user;
  return {
    needsSetup: false,
    user: { name, role, language },
    shops: shops.map((shop) => ({ name: shop.name, language: shop.language, timeZone: shop.timeZone })),
    version,
    features,
  };
}
