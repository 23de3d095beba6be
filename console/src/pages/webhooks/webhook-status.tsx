import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Status } from '../../parts/status.tsx';
import type { Webhook } from './use-webhooks.ts';
import { WEBHOOKS_WORDS } from './words.ts';

/** Whether it is told of changes, and why not. */
export function WebhookStatus({ webhook }: { readonly webhook: Webhook }) {
  const words = useWords(WEBHOOKS_WORDS);
  const format = useFormat();
  const { enabled, disabledBecause = 'by_hand', failingSince } = webhook;
  if (!enabled) {
    return (
      <Status tone={disabledBecause === 'by_hand' ? 'alert' : 'error'}>
        {words.disabled[disabledBecause]}
      </Status>
    );
  }
  if (failingSince !== undefined) {
    return <Status tone="error">{words.failing(format.instant(failingSince))}</Status>;
  }
  return <Status tone="ok">{words.working}</Status>;
}
