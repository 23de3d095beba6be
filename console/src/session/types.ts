import type { Language } from '../i18n/words.ts';

export const ROLES = ['viewer', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface ShopFacts {
  readonly name: string;
  readonly language: Language;
  /** IANA */
  readonly timeZone: string;
}

export interface User {
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
}

/** What `GET /console/session` says. */
export interface SessionFacts {
  /** Nobody has an account yet. */
  readonly needsSetup: boolean;
  readonly user?: User;
  readonly shops?: readonly ShopFacts[];
  readonly version: string;
  readonly features: { readonly replay: boolean; readonly guard: boolean; readonly alerts: boolean };
}
