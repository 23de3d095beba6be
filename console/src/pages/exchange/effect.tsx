import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useFieldWords } from '../../format/field-words.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Status } from '../../parts/status.tsx';
import classes from './effect.module.css';
import { EffectValue } from './effect-value.tsx';
import type { Exchange } from './exchange-page.tsx';
import { EXCHANGE_WORDS } from './words.ts';

type RecordEffect = Exchange['effect'][number];

const FIRST_RECORDS = 10;
const FIRST_FIELDS = 12;

/** What it did to the shop, field by field. */
export function Effect({ exchange: { effect } }: { readonly exchange: Pick<Exchange, 'effect'> }) {
  const words = useWords(EXCHANGE_WORDS);
  // The explanation says it already.
  if (effect.length === 0) return null;
  return (
    <Card title={words.effect}>
      <EffectOnRecords effect={effect} />
    </Card>
  );
}

export function EffectOnRecords({ effect }: Pick<Exchange, 'effect'>) {
  const words = useWords(EXCHANGE_WORDS);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? effect : effect.slice(0, FIRST_RECORDS);
  return (
    <Stack gap="lg">
      {shown.map((record) => (
        <EffectOnRecord key={`${record.entity} ${record.key}`} record={record} />
      ))}
      {shown.length < effect.length && (
        <Button variant="subtle" size="sm" onClick={() => setWhole(true)}>
          {words.moreRecords(effect.length - shown.length)}
        </Button>
      )}
    </Stack>
  );
}

const TONES = { created: 'ok', updated: undefined, retired: 'alert' } as const;

function EffectOnRecord({ record: { entity, key, operation, changes } }: { readonly record: RecordEffect }) {
  const words = useWords(EXCHANGE_WORDS);
  const nameOf = useFieldWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, FIRST_FIELDS);
  const tone = TONES[operation];
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {words.entities[entity]} {key}
        </Text>
        <Status {...(tone && { tone })}>{words.operations[operation]}</Status>
      </Group>
      {shown.length > 0 && (
        <table className={classes.table} aria-label={`${words.entities[entity]} ${key}`}>
          <thead>
            <tr>
              <th scope="col">{words.fieldColumn}</th>
              {operation !== 'created' && <th scope="col">{words.before}</th>}
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ path, before, after }) => (
              <tr key={path}>
                <th scope="row">{nameOf(path)}</th>
                {operation !== 'created' && (
                  <td data-side="before" data-label={words.before}>
                    <EffectValue path={path} value={before} />
                  </td>
                )}
                <td data-side="after" data-label={words.after}>
                  <EffectValue path={path} value={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < changes.length && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setWhole(true)}>
          {words.moreFields(changes.length - shown.length)}
        </Button>
      )}
    </div>
  );
}
