import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.tsx';
import { ProblemNote } from './problem-note.tsx';
import { PARTS_WORDS } from './words.ts';

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onConfirm: () => unknown;
  /** What it will do. */
  readonly children: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  const {
    isOpen,
    title,
    action,
    isDangerous = false,
    isPending,
    error,
    onClose,
    onConfirm,
    children,
  } = props;
  const words = useWords(PARTS_WORDS);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack>
        <Text component="div" size="sm">
          {children}
        </Text>
        {error && <ProblemNote error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button {...(isDangerous && { color: 'red.8' })} loading={isPending} onClick={() => onConfirm()}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
