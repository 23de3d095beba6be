import type { OpenedShop } from '../../composition/opened-shop.ts';
import { localDateTime } from '../../domain/dates.ts';
import { type BundleOptions, bundle } from '../../replay/bundle/bundle.ts';
import type { KnownSecrets } from '../../replay/bundle/secrets.ts';
import type { ShopConfiguration } from '../configuration/resolve.ts';

/** What of a shop a bundle needs to know. */
export interface BundledShop extends Pick<ShopConfiguration, 'name' | 'timeZone' | 'keys'> {
  /** The server's version, its settings without secrets. */
  readonly about: object;
}

type Asked = Pick<BundleOptions, 'language' | 'isRedacted' | 'now' | 'onExchange'>;

/** A bundle of the shop's exchanges, in which no secret of the shop stands. Rejects with `exchange_unknown`. */
export async function shopBundle(
  ids: readonly string[],
  { opened, shop, ...asked }: Asked & { readonly opened: OpenedShop; readonly shop: BundledShop },
): Promise<AsyncGenerator<Uint8Array>> {
  return bundle(ids, {
    ...asked,
    journal: opened.journal,
    timeZone: shop.timeZone,
    secrets: await knownSecrets(opened, shop),
    about: shop.about,
  });
}

/** Of a file, without its ending. */
export const bundleName = ({ name, timeZone }: Pick<BundledShop, 'name' | 'timeZone'>, now: Date): string =>
  `passerelle-${name}-${localDateTime(now, timeZone).replace(/\D/g, '').replace(/^.{8}/, '$&-')}`;

async function knownSecrets(
  { accessKeys, apiTokens }: OpenedShop,
  { keys }: Pick<BundledShop, 'keys'>,
): Promise<KnownSecrets> {
  const made = [...(await accessKeys.keys()), ...(await apiTokens.tokens())];
  return { digests: made.map(({ sha256 }) => sha256), literals: keys ?? [] };
}
