import { Group, Stack, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Note } from '../../parts/note.tsx';
import { Status } from '../../parts/status.tsx';
import type { QuoteReply } from './quote.tsx';
import classes from './quote-result.module.css';
import { PRICES_WORDS } from './words.ts';

type Line = NonNullable<QuoteReply>['lines'][number];
type Considered = NonNullable<Line['explanation']>['considered'][number];

/** The price, large; why it is that one, below. */
export function QuoteResult({ quote }: { readonly quote: NonNullable<QuoteReply> }) {
  const { currency } = quote;
  return quote.lines.map((line) => (
    <Stack key={line.reference} gap="md">
      <Amounts line={line} currency={currency} />
      {line.explanation && <Explanation explanation={line.explanation} />}
    </Stack>
  ));
}

interface AmountsProps {
  readonly line: Line;
  readonly currency: string | undefined;
}

function Amounts({ line, currency }: AmountsProps) {
  const words = useWords(PRICES_WORDS);
  const format = useFormat();
  const { netPrice, grossPrice, basePrice, netTotal, grossTotal } = line;
  const money = (value: string) => format.money(value, currency);
  if (netPrice === undefined) {
    return (
      <Note tone="alert">
        <b>{words.noPrice}</b>
        <br />
        {words.noPriceLead}
      </Note>
    );
  }
  return (
    <div className={classes.amounts}>
      <Amount
        name={words.unit}
        value={money(netPrice)}
        {...(basePrice !== undefined && { note: words.insteadOf(money(basePrice)) })}
      />
      {grossPrice !== undefined && <Amount name={words.unitGross} value={money(grossPrice)} />}
      {netTotal !== undefined && <Amount name={words.net} value={money(netTotal)} />}
      {grossTotal !== undefined && <Amount name={words.gross} value={money(grossTotal)} />}
    </div>
  );
}

interface AmountProps {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

const Amount = ({ name, value, note }: AmountProps) => (
  <div>
    <Text size="xs" c="dimmed">
      {name}
    </Text>
    <Text className="numbers" fz={22} fw={650} lh={1.3}>
      {value}
    </Text>
    {note !== undefined && (
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    )}
  </div>
);

interface ExplanationProps {
  readonly explanation: NonNullable<Line['explanation']>;
}

function Explanation({ explanation: { sentences, considered, moreRules } }: ExplanationProps) {
  const words = useWords(PRICES_WORDS);
  return (
    <Card title={words.considered} lead={sentences.join(' ')} isFlush>
      <ul className={classes.list}>
        {considered.map((price, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rules may say the same, and they never move
          <ConsideredPrice key={index} price={price} />
        ))}
      </ul>
      {moreRules > 0 && (
        <Text size="sm" c="dimmed" px="lg" pb="md">
          {words.moreRules(moreRules)}
        </Text>
      )}
    </Card>
  );
}

const TONES = { won: 'ok', beaten: undefined, excluded: undefined } as const;

function ConsideredPrice({ price }: { readonly price: Considered }) {
  const words = useWords(PRICES_WORDS);
  const { verdict, sentence, contradicts } = price;
  const tone = TONES[verdict];
  return (
    <li className={classes.price} data-verdict={verdict}>
      <Group gap="xs" className={classes.verdict}>
        <Status {...(tone && { tone })}>{words.verdicts[verdict]}</Status>
        {contradicts && <Status tone="alert">{words.contradicts}</Status>}
      </Group>
      <Text size="sm">{sentence}</Text>
    </li>
  );
}
