import { SimpleGrid } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { type Summary, totalOf } from './summary.ts';
import { Tile } from './tile.tsx';
import { type OverviewRun, useWaitingOrders } from './use-overview.ts';
import { OVERVIEW_WORDS } from './words.ts';

interface TilesProps {
  readonly last: OverviewRun;
  readonly summary: Summary;
}

export function Tiles({ last, summary: { counts, records, unchanged } }: TilesProps) {
  const words = useWords(OVERVIEW_WORDS);
  const format = useFormat();
  const share = records === 0 ? 0 : Math.round((100 * unchanged) / records);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md" verticalSpacing="md">
      <Tile
        name={words.lastRun}
        value={format.ago(last.endedAt)}
        note={words.ofExchanges(format.number(last.exchanges), last.exchanges)}
        to={{ to: '/exchanges', search: { run: last.id } }}
      />
      <Tile
        name={words.failures}
        value={format.number(counts.error)}
        note={words.ofAll(format.number(totalOf(counts)))}
        {...(counts.error > 0 && { tone: 'error' })}
        to={{ to: '/exchanges', search: { tone: 'error', since: '48h' } }}
      />
      <OrdersTile />
      <Tile
        name={words.saved}
        value={format.number(unchanged)}
        note={unchanged > 0 ? words.savedLead(format.percent(share)) : words.savedNone}
      />
    </SimpleGrid>
  );
}

function OrdersTile() {
  const words = useWords(OVERVIEW_WORDS);
  const format = useFormat();
  const { data } = useWaitingOrders();
  const value = data ? `${format.number(data.count)}${data.isMore ? ' +' : ''}` : '–';
  const note = data && (data.read > 0 ? words.readOnly(data.read) : words.noneRead);
  return (
    <Tile
      name={words.waiting}
      value={value}
      note={note ?? ''}
      to={{ to: '/orders', search: { hand: 'waiting' } }}
      {...(data && data.read > 0 && { tone: 'alert' })}
    />
  );
}
