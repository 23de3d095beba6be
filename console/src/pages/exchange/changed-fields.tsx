import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFieldWords } from '../../format/field-words.ts';
import { useWords } from '../../i18n/language.tsx';
import classes from './effect.module.css';
import { EffectValue } from './effect-value.tsx';
import { EXCHANGE_WORDS } from './words.ts';

interface ChangedFieldsProps {
  readonly changes: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
  /** What the table is about. */
  readonly label: string;
  readonly withBefore: boolean;
  /** What is said of a side without a value. */
  readonly absent: string;
}

const FIRST_FIELDS = 12;

/** Fields with their values before and after. */
export function ChangedFields({ changes, label, withBefore, absent }: ChangedFieldsProps) {
  const words = useWords(EXCHANGE_WORDS);
  const nameOf = useFieldWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, FIRST_FIELDS);
  if (changes.length === 0) return null;
  return (
    <>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.fieldColumn}</th>
            {withBefore && <th scope="col">{words.before}</th>}
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{nameOf(path)}</th>
              {withBefore && (
                <td data-side="before" data-label={words.before}>
                  <EffectValue path={path} value={before} absent={absent} />
                </td>
              )}
              <td data-side="after" data-label={words.after}>
                <EffectValue path={path} value={after} absent={absent} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < changes.length && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setWhole(true)}>
          {words.moreFields(changes.length - shown.length)}
        </Button>
      )}
    </>
  );
}
