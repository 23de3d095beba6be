import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { CopyText } from '../../parts/copy-text.tsx';
import { Note } from '../../parts/note.tsx';
import { CONNECTION_WORDS } from './words.ts';

interface SecretShownProps {
  readonly secret: string;
  readonly onDone: () => void;
}

/** What opens, the one time that it can be seen. */
export function SecretShown({ secret, onDone }: SecretShownProps) {
  const words = useWords(CONNECTION_WORDS);
  return (
    <Note tone="ok" role="status">
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {words.secretTitle}
        </Text>
        <Group gap="xs">
          <Code fz="sm" p="xs" style={{ overflowWrap: 'anywhere' }}>
            {secret}
          </Code>
          <CopyText text={secret} />
          <Button size="compact-sm" variant="default" onClick={onDone}>
            {words.done}
          </Button>
        </Group>
      </Stack>
    </Note>
  );
}
