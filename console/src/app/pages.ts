import type { LinkProps } from '@tanstack/react-router';
import type { SessionFacts } from '../session/types.ts';
import type { IconName } from './icon.tsx';
import type { APP_WORDS } from './words.ts';

/** Each has its word, and a drawing of the same name. */
type PageName = Extract<IconName, keyof (typeof APP_WORDS)['en']>;

export interface PageEntry {
  readonly to: NonNullable<LinkProps['to']>;
  readonly name: PageName;
  readonly needsAdmin?: true;
  /** Only where there are several shops. */
  readonly needsShops?: true;
  /** Of a page that not every server has. */
  readonly feature?: keyof SessionFacts['features'];
}

/** The menu, in its three groups. */
export const LINK_PAGES: readonly PageEntry[] = [
  { to: '/shops', name: 'shops', needsShops: true },
  { to: '/', name: 'overview' },
  { to: '/exchanges', name: 'exchanges' },
  { to: '/runs', name: 'runs' },
  { to: '/holds', name: 'holds', feature: 'guard' },
];

export const SHOP_PAGES: readonly PageEntry[] = [
  { to: '/orders', name: 'orders' },
  { to: '/catalogue', name: 'catalogue' },
  { to: '/prices', name: 'prices' },
  { to: '/customers', name: 'customers' },
  { to: '/documents', name: 'documents' },
  { to: '/changes', name: 'changes' },
];

export const SETTINGS_PAGES: readonly PageEntry[] = [
  { to: '/connection', name: 'connection' },
  { to: '/webhooks', name: 'webhooks' },
  { to: '/users', name: 'users', needsAdmin: true },
  { to: '/audit', name: 'audit', needsAdmin: true },
];
