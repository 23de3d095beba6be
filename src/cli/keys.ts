import { createHash, randomBytes } from 'node:crypto';
import { localDateTime } from '../domain/dates.ts';
import type { AccessKey, Backoffice } from '../shop/backoffice.ts';
import type { ShopConfiguration } from './configuration/resolve.ts';

/** RFC 4648's letters in lower case: no 0, 1, 8 or 9 to take for a letter. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const KEY_LENGTH = 32;

/** A new access key: 32 letters and digits that hold 160 random bits. */
export const createKey = (): string =>
  Array.from(randomBytes(KEY_LENGTH), (byte) => BASE32[byte % BASE32.length]).join('');

/** As the store keeps it and the webservice compares it: SHA-256 of its UTF-8 bytes, in hexadecimal. */
export const keyDigest = (key: string): string => createHash('sha256').update(key).digest('hex');

type KeyStore = { readonly backoffice: Pick<Backoffice, 'keys' | 'addKey' | 'revokeKey'> };
type KeySettings = Pick<ShopConfiguration, 'timeZone'> & { readonly keys?: readonly string[] };

/** The label of keys that come from the configuration. */
export const CONFIGURED = 'configuration';

export interface NewKey {
  readonly key: string;
  readonly label: string;
  /** The shop's, for the date. */
  readonly timeZone: string;
  /** Random by default. */
  readonly id?: string;
}

const randomId = (): string => randomBytes(4).toString('hex');

export async function addKey(
  { backoffice }: KeyStore,
  { key, label, timeZone, id = randomId() }: NewKey,
): Promise<AccessKey> {
  const added: AccessKey = {
    id,
    sha256: keyDigest(key),
    label,
    createdAt: localDateTime(new Date(), timeZone),
  };
  await backoffice.addKey(added);
  return added;
}

const isValid = (key: AccessKey): boolean => key.revokedAt === undefined;

/**
 * Makes the stored keys agree with the configured ones: those that are missing are added, and those that an earlier
 * configuration named and this one replaces are revoked. Without any valid key a new one is made, and given back in clear:
 * the only time that anybody can read it.
 */
export async function ensureKeys(store: KeyStore, settings: KeySettings): Promise<string | undefined> {
  const { keys = [], timeZone } = settings;
  if (keys.length > 0) await registerConfigured(store, { keys, timeZone });
  const stored = await store.backoffice.keys();
  if (stored.some(isValid)) return undefined;
  const key = createKey();
  await addKey(store, { key, label: '', timeZone });
  return key;
}

async function registerConfigured(store: KeyStore, { keys, timeZone }: Required<KeySettings>): Promise<void> {
  const stored = await store.backoffice.keys();
  const valid = stored.filter(isValid);
  const known = new Set(valid.map(({ sha256 }) => sha256));
  const digests = new Set(keys.map(keyDigest));
  for (const key of new Set(keys)) {
    const id = configuredId(keyDigest(key), stored);
    if (!known.has(keyDigest(key))) await addKey(store, { key, label: CONFIGURED, timeZone, id });
  }
  const now = localDateTime(new Date(), timeZone);
  for (const { id, label, sha256 } of valid) {
    if (label === CONFIGURED && !digests.has(sha256)) await store.backoffice.revokeKey(id, now);
  }
}

/** The same for servers that start together, so that one row comes of it; another one for a key that was revoked and comes back. */
function configuredId(digest: string, stored: readonly AccessKey[]): string {
  const earlier = stored.filter(({ sha256 }) => sha256 === digest).length;
  return createHash('sha256').update(`${digest} ${earlier}`).digest('hex').slice(0, 8);
}
