import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** Beside the title: a state, a reference. */
  readonly badge?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** What every page begins with. */
export function Page({ title, badge, lead, actions, above, children }: PageProps) {
  return (
    <Stack gap="lg">
      <title>{`${title} · Passerelle`}</title>
      <Group justify="space-between" align="flex-end" gap="sm">
        <Box miw={0} flex="1 1 320px">
          {above}
          <Group gap="sm" align="center">
            <Title order={1} fz={{ base: 23, sm: 26 }} lh={1.25} tabIndex={-1}>
              {title}
            </Title>
            {badge}
          </Group>
          {lead !== undefined && (
            <Text component="div" c="dimmed" size="sm" mt={4} maw={760}>
              {lead}
            </Text>
          )}
        </Box>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
