/** What `GET /console/connection` says. */
export interface Connection {
  /** Of its endpoint on this server, the shortest first. */
  readonly paths: readonly string[];
  readonly profile: string;
  readonly priceRules: 'merge' | 'full';
  readonly orderStates: {
    readonly importable?: readonly string[];
    readonly final?: string;
    readonly names?: Readonly<Record<string, string>>;
  };
  readonly store: string;
  readonly isForeign: boolean;
  readonly lastExchange?: { readonly id: string; readonly at: string };
}

/** A key or a token, without what opens. Dates are on the shop's wall clock. */
export interface Secret {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly revokedAt?: string;
}

export interface Key extends Secret {
  /** It comes back with the next start. */
  readonly isConfigured: boolean;
}

export const SCOPES = ['catalogue', 'read', 'orders', 'admin'] as const;
type Scope = (typeof SCOPES)[number];

export interface Token extends Secret {
  readonly scopes: readonly Scope[];
  readonly lastUsedAt?: string;
}
