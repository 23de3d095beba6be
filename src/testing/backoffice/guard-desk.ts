import assert from 'node:assert/strict';
import type { Origin } from '../../domain/origin.ts';
import { expectEqual } from '../contract/expect.ts';
import { decimal } from '../contract/samples.ts';
import { type BackofficeCheck, type BackofficeSubject, NOW, partOf, SETTINGS } from './subject.ts';

const BY_ERP: Origin = { by: 'erp', exchange: 'exchange-1' };
const { atLeast } = SETTINGS.guard;

const say = ({ shop }: BackofficeSubject, reference: string, stock: string) =>
  shop.saveProduct({ reference, fields: { stock: decimal(stock) } }, 'add_product', BY_ERP);

/** As many stocks as a run may empty, and one more that it may not. */
async function emptyTooMany(subject: BackofficeSubject): Promise<void> {
  for (let index = 0; index <= atLeast; index++) await say(subject, `P${index}`, '5');
  for (let index = 0; index < atLeast; index++) await say(subject, `P${index}`, '0');
  await assert.rejects(say(subject, `P${atLeast}`, '0'), { code: 'conflict' });
}

export const guardDeskChecks: readonly BackofficeCheck[] = [
  {
    name: 'a run that would change too much is held, with what it was about',
    needs: ['guardDesk'],
    async run(subject) {
      const desk = partOf(subject, 'guardDesk');
      expectEqual(await desk.holds(), []);
      await emptyTooMany(subject);
      const holds = await desk.holds();
      expectEqual(
        holds.map(({ id: _, ...hold }) => hold),
        [
          {
            kind: 'emptied',
            status: 'held',
            at: NOW.toISOString(),
            exchange: 'exchange-1',
            reference: `P${atLeast}`,
            count: atLeast,
            limit: atLeast,
            catalogue: atLeast + 1,
          },
        ],
      );
      await assert.rejects(say(subject, `P${atLeast}`, '-1'), { code: 'conflict' });
      await say(subject, `P${atLeast}`, '4');
    },
  },
  {
    name: 'what somebody decides of a hold is kept, and holds',
    needs: ['guardDesk'],
    async run(subject) {
      const desk = partOf(subject, 'guardDesk');
      await emptyTooMany(subject);
      const [hold] = await desk.holds();
      const decided = await desk.decideHold(hold?.id ?? '', { status: 'released', by: 'ada' });
      expectEqual(decided, {
        ...hold,
        status: 'released',
        decidedAt: NOW.toISOString(),
        decidedBy: 'ada',
        until: new Date(NOW.getTime() + 86_400_000).toISOString(),
      });
      expectEqual(await desk.holds(), [decided]);
      await say(subject, `P${atLeast}`, '0');
      assert.equal(await desk.decideHold('nobody', { status: 'lifted', by: 'ada' }), undefined);
    },
  },
];
