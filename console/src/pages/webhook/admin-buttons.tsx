import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n/language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWebhookChanges, type Webhook } from '../webhooks/use-webhooks.ts';
import { WebhookDialog } from '../webhooks/webhook-dialog.tsx';
import { WEBHOOKS_WORDS } from '../webhooks/words.ts';

interface AdminButtonsProps {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
}

export function AdminButtons({ webhook, onSecret }: AdminButtonsProps) {
  const words = useWords(WEBHOOKS_WORDS);
  const navigate = useNavigate();
  const { change, rotate, remove } = useWebhookChanges();
  const [isChanging, changing] = useDisclosure();
  const [isRotating, rotating] = useDisclosure();
  const [isRemoving, removing] = useDisclosure();
  const { id, enabled } = webhook;
  return (
    <>
      {change.error && <ProblemNote error={change.error} />}
      <Group gap="sm">
        <Button size="sm" variant="default" onClick={changing.open}>
          {words.change}
        </Button>
        <Button
          size="sm"
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate({ id, enabled: !enabled })}
        >
          {enabled ? words.disable : words.enable}
        </Button>
        <Button size="sm" variant="default" onClick={rotating.open}>
          {words.rotate}
        </Button>
        <Button size="sm" variant="default" onClick={removing.open}>
          {words.remove}
        </Button>
      </Group>
      {isChanging && <WebhookDialog webhook={webhook} onClose={changing.close} />}
      <Confirm
        isOpen={isRotating}
        title={words.rotateTitle}
        action={words.rotate}
        isPending={rotate.isPending}
        error={rotate.error}
        onClose={rotating.close}
        onConfirm={async () => {
          onSecret((await rotate.mutateAsync(id)).secret);
          rotating.close();
        }}
      >
        {words.rotateLead}
      </Confirm>
      <Confirm
        isOpen={isRemoving}
        title={words.removeTitle}
        action={words.remove}
        isDangerous
        isPending={remove.isPending}
        error={remove.error}
        onClose={removing.close}
        onConfirm={async () => {
          await navigate({ to: '/webhooks' });
          await remove.mutateAsync(id);
        }}
      >
        {words.removeLead}
      </Confirm>
    </>
  );
}
