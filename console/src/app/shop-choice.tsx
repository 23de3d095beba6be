import { Select } from '@mantine/core';
import { useWords } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import { APP_WORDS } from './words.ts';

/** Nothing to choose where there is one shop. */
export function ShopChoice() {
  const words = useWords(APP_WORDS);
  const { shop, shops, chooseShop } = useSession();
  if (shops.length < 2) return null;
  return (
    <Select
      px={6}
      pb={4}
      size="sm"
      aria-label={words.shop}
      data={shops.map(({ name }) => name)}
      value={shop.name}
      allowDeselect={false}
      onChange={(name) => name && chooseShop(name)}
    />
  );
}
