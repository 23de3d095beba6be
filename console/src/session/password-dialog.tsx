import { Button, Modal, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { PARTS_WORDS } from '../parts/words.ts';
import { isLongEnough } from './password.ts';
import { PASSWORD_WORDS } from './password-words.ts';
import { useSession } from './session.tsx';
import { sessionCalls } from './session-calls.ts';

interface PasswordDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function PasswordDialog({ isOpen, onClose }: PasswordDialogProps) {
  const words = useWords(PASSWORD_WORDS);
  const parts = useWords(PARTS_WORDS);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': parts.close }}
      centered
    >
      <PasswordForm onDone={onClose} />
    </Modal>
  );
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const words = useWords(PASSWORD_WORDS);
  const { language } = useLanguage();
  const { refresh } = useSession();
  const [old, setOld] = useState('');
  const [changed, setChanged] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const change = useMutation({
    mutationFn: () => sessionCalls(language).changePassword(old, changed),
    onSuccess: async () => {
      notifications.show({ message: words.done });
      onDone();
      await refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTooShort(!isLongEnough(changed));
    if (isLongEnough(changed)) change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {change.error && <ProblemNote error={change.error} />}
        <PasswordInput
          label={words.old}
          autoComplete="current-password"
          required
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.changed}
          description={words.hint}
          error={isTooShort ? words.tooShort : undefined}
          autoComplete="new-password"
          required
          value={changed}
          onChange={(event) => setChanged(event.currentTarget.value)}
        />
        <Button type="submit" loading={change.isPending}>
          {words.change}
        </Button>
      </Stack>
    </form>
  );
}
