import { createHash } from 'node:crypto';
import { localDateTime } from '../domain/dates.ts';
import { PasserelleError } from '../domain/error.ts';
import type { AccessKey, AccessKeys } from '../shop/access-keys.ts';
import { addKey, CONFIGURED } from '../shop/manage-keys.ts';
import { createKey, keyDigest } from '../shop/new-secrets.ts';
import type { ShopConfiguration } from './configuration/resolve.ts';

type KeySettings = Pick<ShopConfiguration, 'timeZone'> & { readonly keys?: readonly string[] };

const isValid = (key: AccessKey): boolean => key.revokedAt === undefined;

/**
 * Makes the stored keys agree with the configured ones: those that are missing are added, and those that an earlier
 * configuration named and this one replaces are revoked. Without any valid key a new one is made, and given back in clear:
 * the only time that anybody can read it.
 */
export async function ensureKeys(accessKeys: AccessKeys, settings: KeySettings): Promise<string | undefined> {
  const { keys = [], timeZone } = settings;
  if (keys.length > 0) await registerConfigured(accessKeys, { keys, timeZone });
  const stored = await accessKeys.keys();
  if (stored.some(isValid)) return undefined;
  const key = createKey();
  try {
    await addKey(accessKeys, { key, label: '', timeZone, id: sharedId('first', stored.length) });
    return key;
  } catch (error) {
    // Another server that started at the same time was faster, and told its key.
    if (error instanceof PasserelleError && error.problem.reason === 'value_conflict') return undefined;
    throw error;
  }
}

async function registerConfigured(
  accessKeys: AccessKeys,
  { keys, timeZone }: Required<KeySettings>,
): Promise<void> {
  const stored = await accessKeys.keys();
  const valid = stored.filter(isValid);
  const known = new Set(valid.map(({ sha256 }) => sha256));
  const digests = new Set(keys.map(keyDigest));
  for (const key of new Set(keys)) {
    const id = configuredId(keyDigest(key), stored);
    if (!known.has(keyDigest(key))) await addKey(accessKeys, { key, label: CONFIGURED, timeZone, id });
  }
  const now = localDateTime(new Date(), timeZone);
  for (const { id, label, sha256 } of valid) {
    if (label === CONFIGURED && !digests.has(sha256)) await accessKeys.revokeKey(id, now);
  }
}

/** Another one for a key that was revoked and comes back. */
function configuredId(digest: string, stored: readonly AccessKey[]): string {
  const earlier = stored.filter(({ sha256 }) => sha256 === digest).length;
  return sharedId(digest, earlier);
}

/** The same for servers that start together, so that one row comes of it. */
const sharedId = (what: string, earlier: number): string =>
  createHash('sha256').update(`${what} ${earlier}`).digest('hex').slice(0, 8);
