import { Select } from '@mantine/core';
import { useWords } from '../i18n/language.tsx';
import { useSession, useShop } from '../session/session.tsx';
import { useChooseShop } from './shop-place.tsx';
import { APP_WORDS } from './words.ts';

/** Of hundreds; typing finds the others. */
const SHOWN = 100;

/** Nothing to choose where there is one shop. */
export function ShopChoice() {
  const words = useWords(APP_WORDS);
  const { shops } = useSession();
  const shop = useShop();
  const choose = useChooseShop();
  if (shops.length < 2) return null;
  return (
    <Select
      px={6}
      pb={4}
      size="sm"
      aria-label={words.shop}
      searchable
      limit={SHOWN}
      nothingFoundMessage={words.noSuchShop}
      data={shops.map(({ name }) => name)}
      value={shop.name}
      allowDeselect={false}
      onChange={(name) => name && choose(name)}
    />
  );
}
