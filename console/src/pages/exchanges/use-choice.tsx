import { Checkbox, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { useShop } from '../../session/session.tsx';
import { MOST_CHOSEN } from '../replays/chosen.ts';
import classes from './choice.module.css';
import { RESOURCE_WORDS } from './resources.ts';
import type { ExchangeSummary } from './use-exchanges.ts';
import { EXCHANGES_WORDS } from './words.ts';

/** Which exchanges are chosen, and the column in which they are. */
export function useChoice() {
  const words = useWords(EXCHANGES_WORDS);
  const resources: Readonly<Record<string, string>> = useWords(RESOURCE_WORDS);
  const format = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { name: shop } = useShop();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shop has other exchanges
  useEffect(() => setChosen(new Set()), [shop]);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((other) => other !== id)));
  const nameOf = ({ resource, reference, at }: ExchangeSummary) =>
    [resources[resource] ?? resource, reference, format.second(at)].filter(Boolean).join(' · ');
  const column: Column<ExchangeSummary> = {
    id: 'choice',
    title: <VisuallyHidden>{words.choose}</VisuallyHidden>,
    cell: (exchange) => (
      <span className={classes.choice}>
        <Checkbox
          aria-label={words.chooseOne(nameOf(exchange))}
          checked={chosen.has(exchange.id)}
          disabled={!chosen.has(exchange.id) && chosen.size >= MOST_CHOSEN}
          onChange={(event) => choose(exchange.id, event.currentTarget.checked)}
        />
      </span>
    ),
  };
  return { ids: [...chosen], column, clear: () => setChosen(new Set()) };
}
