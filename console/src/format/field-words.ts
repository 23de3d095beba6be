import { useWords } from '../i18n/language.tsx';
import { FIELD_NAMES } from './field-names.ts';
import { fieldWords } from './field-path.ts';

/** A path in a record (`translations.de.name`) in words. */
export function useFieldWords(): (path: string) => string {
  const names = useWords(FIELD_NAMES);
  return (path) => fieldWords(path, names);
}
