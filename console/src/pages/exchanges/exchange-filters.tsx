import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { Icon } from '../../app/icon.tsx';
import { hasFilter } from '../../app/search.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { TONES } from '../../parts/tone.ts';
import { type ExchangeFilter, PERIODS } from './filter.ts';
import { RESOURCE_WORDS, RESOURCES } from './resources.ts';
import { EXCHANGES_WORDS } from './words.ts';

export interface ExchangeFiltersProps {
  readonly filter: ExchangeFilter;
  readonly onChange: (
    change: { readonly [Name in keyof ExchangeFilter]?: ExchangeFilter[Name] | undefined },
  ) => void;
  readonly onReset: () => void;
}

export function ExchangeFilters({ filter, onChange, onReset }: ExchangeFiltersProps) {
  const words = useWords(EXCHANGES_WORDS);
  const resources = useWords(RESOURCE_WORDS);
  const tone = (value: string) => TONES.find((each) => each === value);
  return (
    <Group gap="sm" align="flex-end" role="search">
      <SearchField
        label={words.referenceLabel}
        hint={words.referenceHint}
        value={filter.reference ?? ''}
        onChange={(reference) => onChange({ reference })}
      />
      <SegmentedControl
        aria-label={words.outcomeLabel}
        value={filter.tone ?? 'all'}
        data={[
          { value: 'all', label: words.all },
          ...TONES.map((each) => ({ value: each, label: words[each] })),
        ]}
        onChange={(value) => onChange({ tone: tone(value) })}
      />
      <Select
        aria-label={words.resourceLabel}
        placeholder={words.allResources}
        w={{ base: '100%', xs: 215 }}
        clearable
        searchable
        data={RESOURCES.map((value) => ({ value, label: labelOf(resources, value) }))}
        value={filter.resource ?? null}
        onChange={(value) => onChange({ resource: value ?? undefined })}
      />
      <PeriodField filter={filter} onChange={onChange} />
      {hasFilter(filter) && (
        <Button variant="subtle" px="xs" leftSection={<Icon name="close" size={15} />} onClick={onReset}>
          {filter.run === undefined ? words.reset : words.ofRun}
        </Button>
      )}
    </Group>
  );
}

const labelOf = (words: Readonly<Record<string, string>>, resource: string): string =>
  words[resource] ?? resource;

function PeriodField({ filter, onChange }: Pick<ExchangeFiltersProps, 'filter' | 'onChange'>) {
  const words = useWords(EXCHANGES_WORDS);
  const format = useFormat();
  const { since } = filter;
  const periods = PERIODS.map((value) => ({ value: String(value), label: words.periods[value] }));
  const isInstant = since !== undefined && !periods.some(({ value }) => value === since);
  const named = isInstant && !/^\d+h$/.test(since) ? format.instant(since) : since;
  return (
    <Select
      aria-label={words.period}
      placeholder={words.always}
      w={{ base: '100%', xs: 165 }}
      clearable
      data={[...periods, ...(isInstant ? [{ value: since, label: named ?? since }] : [])]}
      value={since ?? null}
      onChange={(value) => onChange({ since: value ?? undefined })}
    />
  );
}
