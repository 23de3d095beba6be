import type { LocalDateTime } from '../domain/dates.ts';

/** The keys with which connectors identify themselves. */
export interface AccessKeys {
  /** Oldest first, revoked ones too. */
  keys(): Promise<readonly AccessKey[]>;
  /** The same key again is success; another one under its id rejects with `value_conflict`. */
  addKey(key: AccessKey): Promise<void>;
  /** Gives false when there is no such key. A key that is revoked already keeps its first date. */
  revokeKey(id: string, at: LocalDateTime): Promise<boolean>;
}

export interface AccessKey {
  /** Short, to name it in commands. */
  readonly id: string;
  /** SHA-256 of the key, in hexadecimal; the key itself is stored nowhere. */
  readonly sha256: string;
  readonly label: string;
  readonly createdAt: LocalDateTime;
  readonly revokedAt?: LocalDateTime;
}
