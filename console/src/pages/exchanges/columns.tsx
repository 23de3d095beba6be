import { Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { type Column, ROW_LINK } from '../../parts/data-table.tsx';
import { OutcomeStatus } from '../../parts/status.tsx';
import { RESOURCE_WORDS } from './resources.ts';
import type { ExchangeSummary } from './use-exchanges.ts';
import { EXCHANGES_WORDS } from './words.ts';

export function useExchangeColumns(): readonly Column<ExchangeSummary>[] {
  const words = useWords(EXCHANGES_WORDS);
  const format = useFormat();
  return [
    { id: 'what', title: words.what, isWide: true, cell: (row) => <What exchange={row} /> },
    { id: 'outcome', title: words.outcome, cell: ({ outcome }) => <OutcomeStatus outcome={outcome} /> },
    { id: 'at', title: words.time, isMinor: true, cell: ({ at }) => <Time>{format.second(at)}</Time> },
    {
      id: 'duration',
      title: words.duration,
      isNumber: true,
      isMinor: true,
      cell: ({ durationMs }) => format.duration(durationMs),
    },
  ];
}

const Time = ({ children }: { readonly children: string }) => (
  <span className="numbers" style={{ whiteSpace: 'nowrap' }}>
    {children}
  </span>
);

function What({ exchange }: { readonly exchange: ExchangeSummary }) {
  const resources: Readonly<Record<string, string>> = useWords(RESOURCE_WORDS);
  const format = useFormat();
  const { id, resource, reference, problem, warnings, at } = exchange;
  const why = problem ?? warnings[0];
  return (
    <Box>
      <Link to="/exchanges/$id" params={{ id }} className={ROW_LINK}>
        {resources[resource] ?? resource}
        {reference !== '' && (
          <Text span inherit fw={400} c="dimmed" ml={8}>
            {reference}
          </Text>
        )}
      </Link>
      <Text size="xs" c="dimmed" hiddenFrom="sm">
        {format.second(at)}
      </Text>
      {why && (
        <Text size="xs" c="dimmed" lineClamp={2} mt={2}>
          {why.detail}
        </Text>
      )}
    </Box>
  );
}
