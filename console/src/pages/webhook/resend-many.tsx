import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../i18n/language.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import type { Resend } from '../webhooks/use-webhooks.ts';
import { WEBHOOKS_WORDS } from '../webhooks/words.ts';

interface ResendManyProps {
  readonly resend: {
    readonly isPending: boolean;
    readonly mutate: (what: Resend) => unknown;
  };
}

/** All that was given up, or all since a day. */
export function ResendMany({ resend: { isPending, mutate } }: ResendManyProps) {
  const words = useWords(WEBHOOKS_WORDS);
  const { close } = useWords(PARTS_WORDS);
  const [isOpen, dialog] = useDisclosure();
  const [since, setSince] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    dialog.close();
    mutate({ since });
  };
  return (
    <>
      <Button variant="default" loading={isPending} onClick={() => mutate({ failed: true })}>
        {words.resendFailed}
      </Button>
      <Button variant="default" disabled={isPending} onClick={dialog.open}>
        {words.resendSince}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={words.resendSince}
        centered
        closeButtonProps={{ 'aria-label': close }}
      >
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{words.resendLead}</Text>
            <TextInput
              type="date"
              required
              label={words.since}
              value={since}
              onChange={(event) => setSince(event.currentTarget.value)}
            />
            <Button type="submit">{words.resend}</Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
