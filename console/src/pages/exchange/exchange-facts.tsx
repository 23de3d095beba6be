import { Code } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import type { Exchange } from './exchange-page.tsx';
import { EXCHANGE_WORDS } from './words.ts';

export function ExchangeFacts({ exchange }: { readonly exchange: Exchange }) {
  const words = useWords(EXCHANGE_WORDS);
  const format = useFormat();
  const { at, durationMs, httpStatus, requestBytes, replyBytes, remoteAddress, records, unchanged } =
    exchange;
  const { run, reference, id, replayOf } = exchange;
  const count = (value: number | undefined) => value !== undefined && format.number(value);
  return (
    <Card title={words.details}>
      <Facts
        facts={[
          { name: words.at, value: format.second(at) },
          { name: words.duration, value: format.duration(durationMs) },
          { name: words.requestSize, value: format.bytes(requestBytes) },
          { name: words.replySize, value: format.bytes(replyBytes) },
          { name: words.status, value: httpStatus },
          { name: words.address, value: remoteAddress },
          { name: words.recordCount, value: count(records) },
          { name: words.unchangedCount, value: count(unchanged) },
          {
            name: words.run,
            value: run !== undefined && (
              <TextLink to="/exchanges" search={{ run }}>
                {words.showRun}
              </TextLink>
            ),
          },
          {
            name: words.others,
            value: reference !== '' && (
              <TextLink to="/exchanges" search={{ reference }}>
                {reference}
              </TextLink>
            ),
          },
          {
            name: words.replayOf,
            value: replayOf !== undefined && (
              <TextLink to="/exchanges/$id" params={{ id: replayOf }}>
                {words.showReplayed}
              </TextLink>
            ),
          },
          { name: words.id, value: <Code>{id}</Code> },
        ]}
      />
    </Card>
  );
}
