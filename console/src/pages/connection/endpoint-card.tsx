import { Code, Group, Stack } from '@mantine/core';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { CopyText } from '../../parts/copy-text.tsx';
import { CONNECTION_WORDS } from './words.ts';

/** The whole address, as it is reached from where the page was: what a proxy calls the server is what counts. */
export function EndpointCard({ paths }: { readonly paths: readonly string[] }) {
  const words = useWords(CONNECTION_WORDS);
  return (
    <Card title={words.endpoint} lead={words.endpointLead}>
      <Stack gap="xs">
        {paths.map((path) => {
          const address = `${window.location.origin}${path}`;
          return (
            <Group key={path} gap="xs" wrap="nowrap">
              <Code fz="sm" p="xs" style={{ overflowWrap: 'anywhere', flex: 1 }}>
                {address}
              </Code>
              <CopyText text={address} />
            </Group>
          );
        })}
      </Stack>
    </Card>
  );
}
