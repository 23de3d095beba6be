import type { AccessKeys } from '../../shop/access-keys.ts';
import type { Database } from '../database.ts';
import { addKey, readKeys, revokeKey } from './rows.ts';

export const createAccessKeys = (database: Database): AccessKeys => ({
  keys: () => readKeys(database.read),
  addKey: (key) => database.write((sql) => addKey(sql, key)),
  revokeKey: (id, at) => database.write((sql) => revokeKey(sql, id, at)),
});
