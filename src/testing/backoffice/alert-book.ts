import type { Alert } from '../../shop/alerts.ts';
import { expectEqual } from '../contract/expect.ts';
import { type BackofficeCheck, partOf } from './subject.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();

const alert = (id: string, hour: number): Alert => ({
  id,
  kind: 'order_unconfirmed',
  subject: id,
  facts: { readAt: at(hour), times: 2 },
  raisedAt: at(hour),
  seenAt: at(hour),
});

export const alertBookChecks: readonly BackofficeCheck[] = [
  {
    name: 'alerts are kept as they are, open ones from the oldest on, all from the newest',
    needs: ['alertBook'],
    async run(subject) {
      const book = partOf(subject, 'alertBook');
      expectEqual(await book.openAlerts(), []);
      const [first, second] = [alert('a', 1), alert('b', 2)];
      await book.saveAlerts([second, first]);
      expectEqual(await book.openAlerts(), [first, second]);
      const over = { ...first, seenAt: at(3), toldAt: at(3), resolvedAt: at(4) };
      await book.saveAlerts([over]);
      expectEqual(await book.openAlerts(), [second]);
      expectEqual(await book.alerts(), [second, over]);
    },
  },
];
