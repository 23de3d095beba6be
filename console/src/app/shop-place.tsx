import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../i18n/language.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { ShopContext, useSession } from '../session/session.tsx';
import type { ShopFacts } from '../session/types.ts';
import { LINK_PAGES, SETTINGS_PAGES, SHOP_PAGES } from './pages.ts';
import { APP_WORDS } from './words.ts';

const REMEMBERED = 'passerelle.shop';
const NO_SHOP: ShopFacts = { name: '', language: 'en', timeZone: 'UTC' };

/** The shop that the address names; else the one that was looked at last, whose name the address then gets. */
export function ShopPlace({ children }: { readonly children: ReactNode }) {
  const { shops } = useSession();
  const { shop: asked } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const named = (name: string | null | undefined) => shops.find((shop) => shop.name === name);
  const shop = named(asked) ?? named(localStorage.getItem(REMEMBERED)) ?? shops[0] ?? NO_SHOP;
  const isNameless = asked === undefined && shops.length > 1;
  useEffect(() => {
    if (asked !== undefined) localStorage.setItem(REMEMBERED, shop.name);
    if (isNameless)
      void navigate({ to: '.', search: (before) => ({ ...before, shop: shop.name }), replace: true });
  }, [asked, isNameless, shop.name, navigate]);
  return <ShopContext value={shop}>{children}</ShopContext>;
}

/** In place of a page of a shop that there is not: never another shop's. */
export function OfKnownShop({ children }: { readonly children: ReactNode }) {
  const words = useWords(APP_WORDS);
  const { shops } = useSession();
  const { shop: asked } = useSearch({ from: '__root__' });
  if (asked === undefined || shops.some(({ name }) => name === asked)) return children;
  return (
    <Page title={words.noShop(asked)}>
      <EmptyState icon="search" title={words.noShopLead}>
        {words.noShopNext}
      </EmptyState>
    </Page>
  );
}

const PAGES = [...LINK_PAGES, ...SHOP_PAGES, ...SETTINGS_PAGES];

/** To another shop: the same list, since a record is the shop's own. */
export function useChooseShop(): (name: string) => void {
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const list = PAGES.find(({ to }) => to !== '/' && path.startsWith(to))?.to ?? '/';
  return (name) => void navigate({ to: list, search: { shop: name } });
}
