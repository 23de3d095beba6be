import assert from 'node:assert/strict';
import type { NewAction } from '../../shop/audit-trail.ts';
import { expectEqual } from '../contract/expect.ts';
import { type BackofficeCheck, partOf } from './subject.ts';

const ACTION: NewAction = {
  at: '2026-01-01T00:00:00.000Z',
  user: 'léa',
  remoteAddress: '192.0.2.1',
  action: 'setOrderState',
  shop: 'retail',
  subject: '17',
};

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['auditTrail'] }));

export const auditChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'an action is there before it is done, and then with what became of it',
    async run(subject) {
      const trail = partOf(subject, 'auditTrail');
      const id = await trail.noteAction(ACTION);
      expectEqual((await trail.actions({ limit: 10 })).items, [{ ...ACTION, id }]);
      await trail.settleAction(id, { outcome: 'done' });
      const refused = { outcome: 'refused', reason: 'order_unknown' } as const;
      const other = await trail.noteAction({ ...ACTION, ...refused, user: 'bob' });
      const { subject: _, ...unnamed } = ACTION;
      const made = await trail.noteAction(unnamed);
      await trail.settleAction(made, { outcome: 'done', subject: '18' });
      expectEqual((await trail.actions({ limit: 10 })).items, [
        { ...ACTION, outcome: 'done', subject: '18', id: made },
        { ...ACTION, ...refused, user: 'bob', id: other },
        { ...ACTION, outcome: 'done', id },
      ]);
    },
  },
  {
    name: 'pages of actions follow each other, newest first',
    async run(subject) {
      const trail = partOf(subject, 'auditTrail');
      for (const name of ['1', '2', '3']) await trail.noteAction({ ...ACTION, subject: name });
      const first = await trail.actions({ limit: 2 });
      const second = await trail.actions({ limit: 2, ...(first.next && { after: first.next }) });
      expectEqual(
        [...first.items, ...second.items].map((action) => action.subject),
        ['3', '2', '1'],
      );
      assert.equal(second.next, undefined);
    },
  },
  {
    name: 'actions that are too old are dropped',
    async run(subject) {
      const trail = partOf(subject, 'auditTrail');
      for (const day of ['01', '02', '03']) await trail.noteAction({ ...ACTION, at: `2026-01-${day}` });
      assert.equal(await trail.pruneActions('2026-01-03'), 2);
      expectEqual(
        (await trail.actions({ limit: 10 })).items.map(({ at }) => at),
        ['2026-01-03'],
      );
    },
  },
]);
