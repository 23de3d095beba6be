import { Button, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../i18n/language.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { KINDS, useKindWords } from './kinds.ts';
import { type SaidWebhook, useWebhookChanges, type Webhook } from './use-webhooks.ts';
import { WEBHOOKS_WORDS } from './words.ts';

interface WebhookDialogProps {
  /** Absent: a new one. */
  readonly webhook?: Webhook;
  readonly onClose: () => void;
  readonly onMade?: (secret: string) => void;
}

const NEW: SaidWebhook = { url: '', label: '', kinds: [] };

/** Makes a webhook, or changes one. */
export function WebhookDialog({ webhook, onClose, onMade }: WebhookDialogProps) {
  const words = useWords(WEBHOOKS_WORDS);
  const { close } = useWords(PARTS_WORDS);
  const kindOf = useKindWords();
  const { add, change } = useWebhookChanges();
  const [said, setSaid] = useState<SaidWebhook>(
    webhook ? { url: webhook.url, label: webhook.label, kinds: webhook.kinds } : NEW,
  );
  const set = (changed: Partial<SaidWebhook>) => setSaid((before) => ({ ...before, ...changed }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = { ...said, url: said.url.trim(), label: said.label.trim() };
    if (webhook) {
      change.mutate({ id: webhook.id, ...trimmed }, { onSuccess: onClose });
      return;
    }
    const onSuccess = ({ secret }: { readonly secret: string }) => {
      onMade?.(secret);
      onClose();
    };
    add.mutate(trimmed, { onSuccess });
  };
  const error = webhook ? change.error : add.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={webhook ? words.changeTitle : words.addTitle}
      centered
      closeButtonProps={{ 'aria-label': close }}
    >
      <form onSubmit={submit}>
        <Stack>
          {error && <ProblemNote error={error} />}
          <TextInput
            label={words.url}
            description={words.urlHint}
            required
            type="url"
            maxLength={2000}
            data-autofocus
            value={said.url}
            onChange={({ currentTarget: { value } }) => set({ url: value })}
          />
          <TextInput
            label={words.label}
            maxLength={200}
            value={said.label}
            onChange={({ currentTarget: { value } }) => set({ label: value })}
          />
          <MultiSelect
            label={words.kinds}
            description={words.kindsHint}
            searchable
            clearable
            data={KINDS.map((value) => ({ value, label: kindOf(value) }))}
            value={said.kinds}
            onChange={(kinds) => set({ kinds: KINDS.filter((kind) => kinds.includes(kind)) })}
          />
          <Button type="submit" loading={add.isPending || change.isPending}>
            {webhook ? words.save : words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
