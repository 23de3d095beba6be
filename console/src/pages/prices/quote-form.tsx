import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { said } from '../../app/search.ts';
import { useWords } from '../../i18n/language.tsx';
import type { PriceQuestion } from './question.ts';
import { PRICES_WORDS } from './words.ts';

const BUYERS = ['anybody', 'customer', 'group'] as const;
type Buyer = (typeof BUYERS)[number];

interface QuoteFormProps {
  readonly question: PriceQuestion;
  readonly onAsk: (question: PriceQuestion) => void;
}

export function QuoteForm({ question, onAsk }: QuoteFormProps) {
  const words = useWords(PRICES_WORDS);
  const [typed, setTyped] = useState<PriceQuestion>({ quantity: '1', ...question });
  const [buyer, setBuyer] = useState<Buyer>(
    question.customer !== undefined ? 'customer' : question.group !== undefined ? 'group' : 'anybody',
  );
  const field = (name: Exclude<keyof PriceQuestion, 'tab'>) => ({
    name,
    value: typed[name] ?? '',
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { customer, group, ...rest } = typed;
    onAsk(
      said<PriceQuestion>({
        ...rest,
        customer: buyer === 'customer' ? customer : undefined,
        group: buyer === 'group' ? group : undefined,
      }),
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Group gap="md" align="flex-start">
          <TextInput
            label={words.reference}
            placeholder={words.referenceHint}
            required
            w={{ base: '100%', xs: 330 }}
            {...field('reference')}
          />
          <TextInput
            label={words.quantity}
            inputMode="decimal"
            required
            w={{ base: '100%', xs: 110 }}
            {...field('quantity')}
          />
        </Group>
        <Group gap="md" align="flex-end">
          <SegmentedControl
            aria-label={words.buyer}
            value={buyer}
            data={BUYERS.map((value) => ({ value, label: words[value] }))}
            onChange={setBuyer}
          />
          {buyer === 'customer' && (
            <TextInput
              aria-label={words.customerCode}
              placeholder={words.customerCode}
              w={250}
              {...field('customer')}
            />
          )}
          {buyer === 'group' && (
            <TextInput
              aria-label={words.groupName}
              placeholder={words.groupName}
              w={250}
              {...field('group')}
            />
          )}
        </Group>
        <Group gap="md" align="flex-end">
          <TextInput label={words.day} type="date" w={160} {...field('at')} />
          <TextInput
            label={words.country}
            placeholder={words.countryHint}
            maxLength={2}
            w={90}
            {...field('country')}
          />
          <TextInput label={words.currency} placeholder={words.currencyHint} w={90} {...field('currency')} />
          <Button type="submit" ml={{ sm: 'auto' }}>
            {words.ask}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
