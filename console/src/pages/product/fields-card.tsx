import { Spoiler, Text } from '@mantine/core';
import { useFieldWords } from '../../format/field-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Status } from '../../parts/status.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { EffectValue } from '../exchange/effect-value.tsx';
import { type FieldRow, fieldRows } from './field-rows.ts';
import type { ShownProduct, Writers } from './use-product.ts';
import { PRODUCT_WORDS } from './words.ts';

interface FieldsCardProps {
  readonly product: ShownProduct;
  readonly writers: Writers;
}

/** All that is known of a product, and who said it. */
export function FieldsCard({ product, writers }: FieldsCardProps) {
  const words = useWords(PRODUCT_WORDS);
  const parts = useWords(PARTS_WORDS);
  const nameOf = useFieldWords();
  const columns: readonly Column<FieldRow>[] = [
    {
      id: 'field',
      title: words.field,
      cell: ({ path }) => (
        <Text size="sm" c="dimmed">
          {nameOf(path)}
        </Text>
      ),
    },
    {
      id: 'value',
      title: words.value,
      isWide: true,
      cell: ({ path, value }) => (
        <Spoiler
          maxHeight={66}
          showLabel={parts.more}
          hideLabel={parts.less}
          styles={{ control: { fontSize: 13 } }}
        >
          <span style={{ overflowWrap: 'anywhere' }}>
            <EffectValue path={path} value={value} />
          </span>
        </Spoiler>
      ),
    },
    {
      id: 'writer',
      title: words.writer,
      isMinor: true,
      cell: ({ path }) => <Writer writer={writers[path]} />,
    },
  ];
  return (
    <Card title={words.fields} lead={words.fieldsLead} isFlush>
      <DataTable
        label={words.fields}
        columns={columns}
        rows={fieldRows(product)}
        keyOf={({ path }) => path}
      />
    </Card>
  );
}

function Writer({ writer }: { readonly writer: Writers[string] | undefined }) {
  const words = useWords(PRODUCT_WORDS);
  const format = useFormat();
  if (!writer) return '–';
  const { by, at, exchange, owned } = writer;
  const who = words.by[by];
  return (
    <Text component="div" size="sm">
      {exchange === undefined ? (
        who
      ) : (
        <TextLink to="/exchanges/$id" params={{ id: exchange }}>
          {who}
        </TextLink>
      )}{' '}
      {owned && <Status>{words.owned}</Status>}
      <Text size="xs" c="dimmed">
        {format.instant(at)}
      </Text>
    </Text>
  );
}
