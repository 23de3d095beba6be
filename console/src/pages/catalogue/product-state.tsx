import { useWords } from '../../i18n/language.tsx';
import { Status } from '../../parts/status.tsx';
import { CATALOGUE_WORDS } from './words.ts';

interface ProductStateProps {
  readonly product: { readonly active?: boolean; readonly available?: boolean };
}

/** What the ERP never said counts as yes. */
export function ProductState({ product: { active = true, available = true } }: ProductStateProps) {
  const words = useWords(CATALOGUE_WORDS);
  if (!active) return <Status>{words.hidden}</Status>;
  if (!available) return <Status tone="alert">{words.notAvailable}</Status>;
  return <Status tone="ok">{words.shown}</Status>;
}
