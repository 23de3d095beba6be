import { useWords } from '../../i18n/language.tsx';
import { ENTITIES } from '../changes/filter.ts';
import { EXCHANGE_WORDS } from '../exchange/words.ts';
import type { EventKind } from './use-webhooks.ts';
import { WEBHOOKS_WORDS } from './words.ts';

const OPERATIONS = ['created', 'updated', 'retired'] as const;

export const KINDS: readonly EventKind[] = ENTITIES.flatMap((entity): EventKind[] => [
  entity,
  ...OPERATIONS.map((operation): EventKind => `${entity}.${operation}`),
]);

/** `order.created` in words. */
export function useKindWords(): (kind: EventKind) => string {
  const { entities, operations } = useWords(EXCHANGE_WORDS);
  const { everyOperation } = useWords(WEBHOOKS_WORDS);
  return (kind) => {
    const entity = ENTITIES.find((each) => kind === each || kind.startsWith(`${each}.`));
    const operation = OPERATIONS.find((each) => kind.endsWith(`.${each}`));
    if (!entity) return kind;
    return `${entities[entity]} · ${operation ? operations[operation] : everyOperation}`;
  };
}
