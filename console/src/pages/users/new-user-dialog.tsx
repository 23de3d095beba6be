import { Button, Modal, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useLanguage, useWords } from '../../i18n/language.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { isLongEnough } from '../../session/password.ts';
import { RoleField } from './role-field.tsx';
import { type NewUser, useUserChanges } from './use-users.ts';
import { USERS_WORDS } from './words.ts';

interface NewUserDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewUserDialog({ isOpen, onClose }: NewUserDialogProps) {
  const words = useWords(USERS_WORDS);
  const { close } = useWords(PARTS_WORDS);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.addTitle}
      centered
      closeButtonProps={{ 'aria-label': close }}
    >
      <NewUserForm onDone={onClose} />
    </Modal>
  );
}

function NewUserForm({ onDone }: { readonly onDone: () => void }) {
  const words = useWords(USERS_WORDS);
  const { language } = useLanguage();
  const { add } = useUserChanges();
  const [user, setUser] = useState<NewUser>({ name: '', password: '', role: 'viewer', language });
  const [isTooShort, setTooShort] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTooShort(!isLongEnough(user.password));
    if (!isLongEnough(user.password)) return;
    const onSuccess = () => {
      notifications.show({ message: words.added });
      onDone();
    };
    add.mutate({ ...user, name: user.name.trim() }, { onSuccess });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {add.error && <ProblemNote error={add.error} />}
        <TextInput
          label={words.name}
          description={words.nameHint}
          required
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={user.name}
          onChange={({ currentTarget: { value } }) => setUser((before) => ({ ...before, name: value }))}
        />
        <PasswordInput
          label={words.password}
          description={words.passwordHint}
          error={isTooShort ? words.tooShort : undefined}
          required
          autoComplete="new-password"
          value={user.password}
          onChange={({ currentTarget: { value } }) => setUser((before) => ({ ...before, password: value }))}
        />
        <RoleField value={user.role} onChange={(role) => setUser((before) => ({ ...before, role }))} />
        <SegmentedControl
          aria-label={words.language}
          value={user.language}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={(chosen) => setUser((before) => ({ ...before, language: chosen }))}
        />
        <Button type="submit" loading={add.isPending}>
          {words.add}
        </Button>
      </Stack>
    </form>
  );
}
