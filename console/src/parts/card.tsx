import { Box, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './card.module.css';

interface CardProps {
  readonly title?: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Without a margin of its own: tables, lists of links. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** What belongs together, under a heading. */
export function Card({ title, lead, actions, isFlush = false, children }: CardProps) {
  const id = useId();
  return (
    <Paper
      component="section"
      withBorder
      radius="lg"
      className={classes.card}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <Group justify="space-between" className={classes.head} gap="xs">
          <Box miw={0}>
            <Title order={2} fz={15.5} id={id}>
              {title}
            </Title>
            {lead !== undefined && (
              <Text component="div" size="sm" c="dimmed" mt={2}>
                {lead}
              </Text>
            )}
          </Box>
          {actions}
        </Group>
      )}
      <div className={isFlush ? classes.flush : classes.body}>{children}</div>
    </Paper>
  );
}
