import { createHash } from 'node:crypto';

/** The key of a shop's advisory lock. They are the database's own: shops on one database differ by their schemas. */
export function lockKey(schema: string): string {
  const digest = createHash('sha256').update(`passerelle ${schema}`).digest();
  return String(digest.readBigInt64BE());
}
