import { localDateTime } from '../domain/dates.ts';
import { fail } from '../domain/error.ts';
import type { AccessKey, AccessKeys } from './access-keys.ts';
import { keyDigest, randomId } from './new-secrets.ts';

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

export async function addKey(
  accessKeys: AccessKeys,
  { key, label, timeZone, id = randomId() }: NewKey,
): Promise<AccessKey> {
  const added: AccessKey = {
    id,
    sha256: keyDigest(key),
    label,
    createdAt: localDateTime(new Date(), timeZone),
  };
  await accessKeys.addKey(added);
  return added;
}

/** Gives the key as it was. Rejects with `access_key_unknown`, also of one that is revoked already. */
export async function revokeKey(accessKeys: AccessKeys, id: string, timeZone: string): Promise<AccessKey> {
  const key = (await accessKeys.keys()).find((stored) => stored.id === id && stored.revokedAt === undefined);
  if (!key) throw fail('access_key_unknown', { value: id });
  await accessKeys.revokeKey(id, localDateTime(new Date(), timeZone));
  return key;
}
