import type { Delivery } from '../../src/shop/webhooks.ts';
import type { Store } from '../../src/store/open.ts';
import { createWebhookSecret } from '../../src/webhooks/signature.ts';

const AT = '2026-06-01T00:00:00.000Z';

const attempt = (changes: Partial<Delivery> = {}): Delivery => ({
  webhook: 'wh_kept',
  sequence: 1,
  event: 'evt_1_x',
  type: 'product.created',
  key: 'A',
  at: AT,
  attempt: 1,
  outcome: 'delivered',
  status: 204,
  durationMs: 12.5,
  ...changes,
});

/** Two webhooks: one with a log, at an address where nobody listens; one to be removed. */
export async function addWebhooks({ backoffice }: Pick<Store, 'backoffice'>): Promise<void> {
  for (const id of ['wh_kept', 'wh_dropped'])
    await backoffice.addWebhook({
      id,
      url: 'http://127.0.0.1:9/hook',
      label: '',
      kinds: [],
      secret: createWebhookSecret(),
      createdAt: AT,
    });
  await backoffice.settle('wh_kept', [
    attempt({ outcome: 'failed', status: 500, answer: 'oops', retryAt: AT }),
    attempt({ attempt: 2 }),
  ]);
}
