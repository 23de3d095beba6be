import type { LocalDateTime } from '../domain/dates.ts';

/**
 * `catalogue`: what a page may hold a token for, which everybody sees; `read`: that, the ERP's other prices and fields, and
 * customers; `orders`: orders and documents; `admin`: everything.
 */
export const API_SCOPES = ['catalogue', 'read', 'orders', 'admin'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** What a scope allows besides itself. */
const INCLUDED: Readonly<Record<ApiScope, readonly ApiScope[]>> = {
  catalogue: [],
  read: ['catalogue'],
  orders: [],
  admin: API_SCOPES,
};

/** The tokens with which a storefront, an app or a console calls the JSON API. */
export interface ApiTokens {
  /** Oldest first, revoked ones too. */
  tokens(): Promise<readonly ApiToken[]>;
  /** The same token again is success; another one under its id rejects with `value_conflict`. */
  addToken(token: ApiToken): Promise<void>;
  /** Gives false when there is no such token. A token that is revoked already keeps its first date. */
  revokeToken(id: string, at: LocalDateTime): Promise<boolean>;
  /** Notes that a token was used; an earlier moment than the one that is noted changes nothing. */
  noteTokenUse(id: string, at: LocalDateTime): Promise<void>;
}

export interface ApiToken {
  /** Short, to name it in commands. */
  readonly id: string;
  /** SHA-256 of the token, in hexadecimal; the token itself is stored nowhere. */
  readonly sha256: string;
  readonly label: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: LocalDateTime;
  /** The hour in which it was last used, at least. */
  readonly lastUsedAt?: LocalDateTime;
  readonly revokedAt?: LocalDateTime;
}

/** Whether a token may do what asks for `scope`. */
export const isAllowed = ({ scopes }: Pick<ApiToken, 'scopes'>, scope: ApiScope): boolean =>
  scopes.some((held) => held === scope || INCLUDED[held].includes(scope));
