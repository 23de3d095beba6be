import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../i18n/language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { isLongEnough } from '../../session/password.ts';
import { RoleField } from './role-field.tsx';
import { type ListedUser, useUserChanges } from './use-users.ts';
import { USERS_WORDS } from './words.ts';

interface ChangeUserDialogProps {
  readonly user: ListedUser;
  readonly onClose: () => void;
}

/** A user's role and password, and the end of the account. */
export function ChangeUserDialog({ user, onClose }: ChangeUserDialogProps) {
  const words = useWords(USERS_WORDS);
  const { close } = useWords(PARTS_WORDS);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.changeTitle(user.name)}
      centered
      closeButtonProps={{ 'aria-label': close }}
    >
      <ChangeUserForm user={user} onDone={onClose} />
    </Modal>
  );
}

function ChangeUserForm({ user, onDone }: { readonly user: ListedUser; readonly onDone: () => void }) {
  const words = useWords(USERS_WORDS);
  const { change } = useUserChanges();
  const [role, setRole] = useState(user.role);
  const [password, setPassword] = useState('');
  const isTooShort = password !== '' && !isLongEnough(password);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTooShort) return;
    const onSuccess = () => {
      notifications.show({ message: words.saved });
      onDone();
    };
    change.mutate({ name: user.name, role, ...(password !== '' && { password }) }, { onSuccess });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {change.error && <ProblemNote error={change.error} />}
        <RoleField value={role} onChange={setRole} />
        <PasswordInput
          label={words.newPassword}
          description={words.newPasswordHint}
          error={isTooShort ? words.tooShort : undefined}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <RemoveUser name={user.name} onDone={onDone} />
          <Button type="submit" loading={change.isPending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function RemoveUser({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const words = useWords(USERS_WORDS);
  const { remove } = useUserChanges();
  const [isOpen, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {words.remove}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={words.removeTitle(name)}
        action={words.remove}
        isDangerous
        isPending={remove.isPending}
        error={remove.error}
        onClose={dialog.close}
        onConfirm={() => remove.mutate(name, { onSuccess: onDone })}
      >
        {words.removeLead}
      </Confirm>
    </>
  );
}
