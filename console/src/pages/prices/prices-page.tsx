import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { said } from '../../app/search.ts';
import { useWords } from '../../i18n/language.tsx';
import { Page } from '../../parts/page.tsx';
import { Conflicts } from './conflicts.tsx';
import type { PriceQuestion } from './question.ts';
import { Quote } from './quote.tsx';
import { PRICES_WORDS } from './words.ts';

export function PricesPage() {
  const words = useWords(PRICES_WORDS);
  const question = useSearch({ from: '/prices' });
  const navigate = useNavigate({ from: '/prices' });
  const choose = (tab: string | null) =>
    navigate({
      search: (before) =>
        said<PriceQuestion>({ ...before, tab: tab === 'conflicts' ? 'conflicts' : undefined }),
    });
  return (
    <Page title={words.title} lead={words.lead}>
      <Tabs value={question.tab ?? 'quote'} onChange={choose} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="quote">{words.quoteTab}</Tabs.Tab>
          <Tabs.Tab value="conflicts">{words.conflictsTab}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="quote">
          <Quote question={question} onAsk={(asked) => navigate({ search: asked })} />
        </Tabs.Panel>
        <Tabs.Panel value="conflicts">
          <Conflicts />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
