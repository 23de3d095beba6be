import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, DataTable, ROW_LINK } from '../../parts/data-table.tsx';
import { ProductState } from '../catalogue/product-state.tsx';
import type { Variant } from './use-product.ts';
import { PRODUCT_WORDS } from './words.ts';

interface VariantsCardProps {
  readonly variants: readonly Variant[];
  /** Of a variant that has none of its own. */
  readonly productPrice: string | undefined;
}

export function VariantsCard({ variants, productPrice }: VariantsCardProps) {
  const words = useWords(PRODUCT_WORDS);
  return (
    <Card title={words.variants} isFlush>
      <DataTable
        label={words.variants}
        columns={useVariantColumns(productPrice)}
        rows={variants}
        keyOf={({ reference }) => reference}
      />
    </Card>
  );
}

function useVariantColumns(productPrice: string | undefined): readonly Column<Variant>[] {
  const words = useWords(PRODUCT_WORDS);
  const format = useFormat();
  return [
    {
      id: 'variant',
      title: words.variant,
      isWide: true,
      cell: ({ reference, axes }) => (
        <>
          <Link to="/catalogue/$reference" params={{ reference }} className={ROW_LINK}>
            {axes.length > 0 ? axes.map(({ value }) => value).join(' · ') : reference}
          </Link>
          <Text size="xs" c="dimmed">
            {reference}
          </Text>
        </>
      ),
    },
    {
      id: 'price',
      title: words.price,
      isNumber: true,
      cell: ({ netPrice = productPrice }) => (netPrice === undefined ? '–' : format.money(netPrice)),
    },
    {
      id: 'stock',
      title: words.stock,
      isNumber: true,
      cell: ({ stock }) => (stock === undefined ? '–' : format.number(stock)),
    },
    { id: 'state', title: words.state, isMinor: true, cell: (variant) => <ProductState product={variant} /> },
  ];
}
