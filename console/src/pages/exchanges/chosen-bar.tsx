import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { MOST_CHOSEN } from '../replays/chosen.ts';
import { EXCHANGES_WORDS } from './words.ts';

interface ChosenBarProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
}

/** What can be done with the chosen ones. */
export function ChosenBar({ ids, onClear }: ChosenBarProps) {
  const words = useWords(EXCHANGES_WORDS);
  return (
    <Group gap="sm">
      <Text size="sm" fw={600} role="status">
        {words.chosen(ids.length)}
        {ids.length >= MOST_CHOSEN && ` – ${words.enough(MOST_CHOSEN)}`}
      </Text>
      <LinkButton to="/replays" search={{ exchanges: ids.join(',') }} size="sm">
        {words.replayChosen}
      </LinkButton>
      <Button variant="subtle" size="sm" onClick={onClear}>
        {words.clearChosen}
      </Button>
    </Group>
  );
}
