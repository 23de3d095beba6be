import { AppShell, Burger, Group, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWords } from '../i18n/language.tsx';
import { useFocusedHeading } from './focused-heading.ts';
import classes from './layout.module.css';
import { Mark } from './mark.tsx';
import { Navigation } from './navigation.tsx';
import { ShopChoice } from './shop-choice.tsx';
import { OfKnownShop, ShopPlace } from './shop-place.tsx';
import { UserMenu } from './user-menu.tsx';
import { APP_WORDS } from './words.ts';

/** Around every page: the way to the others, the shop, the user. */
export function Layout() {
  return (
    <ShopPlace>
      <Frame />
    </ShopPlace>
  );
}

function Frame() {
  const words = useWords(APP_WORDS);
  useFocusedHeading();
  const [isOpen, { toggle, close }] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu that led to it
  useEffect(close, [path]);
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 54, sm: 0 } }}
      navbar={{ width: 236, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
    >
      <a className="skip-link" href="#content">
        {words.skip}
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Group h="100%" px="md" gap="sm">
          <Burger opened={isOpen} onClick={toggle} size="sm" aria-label={words.menu} aria-expanded={isOpen} />
          <Mark size={26} />
          <Text fw={650}>Passerelle</Text>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={words.navigation}>
        <Group className={classes.brand} gap={10}>
          <Mark />
          <Text fw={650} fz={16}>
            Passerelle
          </Text>
          <Burger
            opened
            hiddenFrom="sm"
            onClick={close}
            size="sm"
            ml="auto"
            aria-label={words.closeMenu}
            aria-expanded
          />
        </Group>
        <ShopChoice />
        <AppShell.Section grow component={ScrollArea} scrollbarSize={6}>
          <Navigation />
        </AppShell.Section>
        <AppShell.Section className={classes.foot}>
          <UserMenu />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" className={classes.main}>
        <div className={classes.page}>
          <OfKnownShop>
            <Outlet />
          </OfKnownShop>
        </div>
      </AppShell.Main>
    </AppShell>
  );
}
