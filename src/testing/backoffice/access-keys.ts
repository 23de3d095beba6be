import assert from 'node:assert/strict';
import type { AccessKey } from '../../shop/access-keys.ts';
import { expectEqual } from '../contract/expect.ts';
import { moment } from '../contract/samples.ts';
import { type BackofficeCheck, partOf } from './subject.ts';

const KEY: AccessKey = {
  id: 'k1',
  sha256: 'ab',
  label: 'EBP',
  createdAt: moment('2026-01-01 00:00:00'),
};

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['accessKeys'] }));

export const accessKeyChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'a shop begins without any key',
    async run(subject) {
      expectEqual(await partOf(subject, 'accessKeys').keys(), []);
    },
  },
  {
    name: 'a key that is added twice is there once; another one under its id is refused',
    async run(subject) {
      const accessKeys = partOf(subject, 'accessKeys');
      await accessKeys.addKey(KEY);
      await accessKeys.addKey(KEY);
      await assert.rejects(accessKeys.addKey({ ...KEY, sha256: 'cd' }), { code: 'invalid_value' });
      expectEqual(await accessKeys.keys(), [KEY]);
    },
  },
  {
    name: 'a key is revoked once, keeps that date, and stays listed; an unknown one is told',
    async run(subject) {
      const accessKeys = partOf(subject, 'accessKeys');
      await accessKeys.addKey(KEY);
      const revokedAt = moment('2026-02-01 00:00:00');
      assert.equal(await accessKeys.revokeKey('k1', revokedAt), true);
      assert.equal(await accessKeys.revokeKey('k1', moment('2026-03-01 00:00:00')), true);
      assert.equal(await accessKeys.revokeKey('k2', revokedAt), false);
      expectEqual(await accessKeys.keys(), [{ ...KEY, revokedAt }]);
    },
  },
  {
    name: 'keys are listed oldest first',
    async run(subject) {
      const accessKeys = partOf(subject, 'accessKeys');
      const of = (id: string, day: string): AccessKey => ({
        ...KEY,
        id,
        createdAt: moment(`2026-01-${day} 00:00:00`),
      });
      for (const key of [of('b', '02'), of('c', '01'), of('a', '03')]) await accessKeys.addKey(key);
      expectEqual(
        (await accessKeys.keys()).map(({ id }) => id),
        ['c', 'b', 'a'],
      );
    },
  },
]);
