import { Anchor, Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Mark } from '../app/mark.tsx';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/words.ts';
import classes from './entrance.module.css';
import { SESSION_WORDS } from './words.ts';

interface EntranceProps {
  readonly title: string;
  readonly lead: string;
  readonly version: string;
  readonly children: ReactNode;
}

/** The page around the forms before the sign-in. */
export function Entrance({ title, lead, version, children }: EntranceProps) {
  return (
    <Box component="main" className={classes.page}>
      <Stack w="100%" maw={400} gap="lg">
        <Group gap="sm">
          <Mark size={34} />
          <Text fw={650} size="lg">
            Passerelle
          </Text>
        </Group>
        <Paper withBorder radius="lg" p={{ base: 'lg', xs: 'xl' }} className={classes.card}>
          <title>{`${title} · Passerelle`}</title>
          <Title order={1} size="h2" mb={4}>
            {title}
          </Title>
          <Text c="dimmed" size="sm" mb="lg">
            {lead}
          </Text>
          {children}
        </Paper>
        <Group justify="space-between">
          <LanguageLinks />
          <Text size="xs" c="dimmed">
            {version}
          </Text>
        </Group>
      </Stack>
    </Box>
  );
}

function LanguageLinks() {
  const { language, choose } = useLanguage();
  const words = useWords(SESSION_WORDS);
  return (
    <Group gap="sm" role="group" aria-label={words.language}>
      {LANGUAGES.map((each) => (
        <Anchor
          key={each}
          component="button"
          type="button"
          size="sm"
          lang={each}
          aria-pressed={each === language}
          fw={each === language ? 600 : 400}
          c={each === language ? 'var(--mantine-color-anchor)' : 'dimmed'}
          onClick={() => choose(each)}
        >
          {LANGUAGE_NAMES[each]}
        </Anchor>
      ))}
    </Group>
  );
}
