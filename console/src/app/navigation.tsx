import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/language.tsx';
import { useMay, useSession } from '../session/session.tsx';
import { Icon } from './icon.tsx';
import classes from './layout.module.css';
import { LINK_PAGES, type PageEntry, SETTINGS_PAGES, SHOP_PAGES } from './pages.ts';
import { APP_WORDS } from './words.ts';

/** Its parent is the navigation's landmark. */
export function Navigation() {
  const words = useWords(APP_WORDS);
  return (
    <>
      <PageGroup title={words.link} pages={LINK_PAGES} />
      <PageGroup title={words.shopGroup} pages={SHOP_PAGES} />
      <PageGroup title={words.settings} pages={SETTINGS_PAGES} />
    </>
  );
}

interface PageGroupProps {
  readonly title: string;
  readonly pages: readonly PageEntry[];
}

function PageGroup({ title, pages }: PageGroupProps) {
  const words = useWords(APP_WORDS);
  const isAdmin = useMay('admin');
  const { features, shops } = useSession();
  const shown = pages.filter(
    ({ needsAdmin, needsShops, feature }) =>
      (isAdmin || !needsAdmin) &&
      (shops.length > 1 || !needsShops) &&
      (feature === undefined || features[feature]),
  );
  return (
    <>
      <div className={classes.group}>{title}</div>
      <ul className={classes.list} aria-label={title}>
        {shown.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes.item}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ 'data-active': true, 'aria-current': 'page' }}
            >
              <Icon name={name} />
              {words[name]}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
