import { Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, DataTable, ROW_LINK } from '../../parts/data-table.tsx';
import classes from './lines-card.module.css';
import type { Order } from './order-page.tsx';
import { ORDER_WORDS } from './words.ts';

type Line = Order['lines'][number];

interface LinesCardProps {
  /** An order, or what a document says. */
  readonly record: Pick<Order, 'lines' | 'totals' | 'currency'>;
  readonly taxes?: NonNullable<Order['taxes']>;
}

/** What was ordered, and what it comes to. */
export function LinesCard({ record: { lines, totals, currency }, taxes = [] }: LinesCardProps) {
  const words = useWords(ORDER_WORDS);
  const format = useFormat();
  const money = (value: string) => format.money(value, currency);
  const isDiscounted = /[1-9]/.test(totals.discountInclTax);
  const numbered = lines.map((line, index) => ({ line, index }));
  return (
    <Card title={words.lines} isFlush>
      <DataTable
        label={words.lines}
        columns={useLineColumns(money)}
        rows={numbered}
        keyOf={({ index }) => String(index)}
      />
      <Box component="dl" className={classes.totals}>
        <Total name={words.products} value={money(totals.productsInclTax)} />
        {taxes.map(({ rate, tax }) => (
          <Total key={rate} name={words.taxOf(format.percent(rate))} value={money(tax)} />
        ))}
        <Total name={words.shipping} value={money(totals.shippingInclTax)} />
        {isDiscounted && <Total name={words.discount} value={`− ${money(totals.discountInclTax)}`} />}
        <Total name={words.paid} value={money(totals.paid)} isSum />
      </Box>
    </Card>
  );
}

interface TotalProps {
  readonly name: string;
  readonly value: string;
  readonly isSum?: boolean;
}

const Total = ({ name, value, isSum = false }: TotalProps) => (
  <div data-sum={isSum || undefined}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

interface Numbered {
  readonly line: Line;
  readonly index: number;
}

function useLineColumns(money: (value: string) => string): readonly Column<Numbered>[] {
  const words = useWords(ORDER_WORDS);
  const format = useFormat();
  return [
    {
      id: 'article',
      title: words.article,
      isWide: true,
      cell: ({ line: { reference, name } }) => (
        <>
          <Link to="/catalogue/$reference" params={{ reference }} className={ROW_LINK}>
            {name || reference}
          </Link>
          <Text size="xs" c="dimmed">
            {reference}
          </Text>
        </>
      ),
    },
    {
      id: 'quantity',
      title: words.quantity,
      isNumber: true,
      cell: ({ line }) => format.number(line.quantity),
    },
    {
      id: 'price',
      title: words.unitPrice,
      isNumber: true,
      isMinor: true,
      cell: ({ line }) => money(line.netUnitPrice),
    },
    {
      id: 'vat',
      title: words.vat,
      isNumber: true,
      isMinor: true,
      cell: ({ line }) => format.percent(line.taxRate),
    },
    { id: 'total', title: words.lineTotal, isNumber: true, cell: ({ line }) => money(line.netTotal) },
  ];
}
