import assert from 'node:assert/strict';
import type { ApiToken } from '../../shop/api-tokens.ts';
import { expectEqual } from '../contract/expect.ts';
import { moment } from '../contract/samples.ts';
import { type BackofficeCheck, partOf } from './subject.ts';

const TOKEN: ApiToken = {
  id: 't1',
  sha256: 'ab',
  label: 'storefront',
  scopes: ['read', 'orders'],
  createdAt: moment('2026-01-01 00:00:00'),
};

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['apiTokens'] }));

export const apiTokenChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'a shop begins without any token',
    async run(subject) {
      expectEqual(await partOf(subject, 'apiTokens').tokens(), []);
    },
  },
  {
    name: 'a token keeps its scopes; added twice it is there once, and another one under its id is refused',
    async run(subject) {
      const apiTokens = partOf(subject, 'apiTokens');
      await apiTokens.addToken(TOKEN);
      await apiTokens.addToken(TOKEN);
      await assert.rejects(apiTokens.addToken({ ...TOKEN, sha256: 'cd' }), { code: 'invalid_value' });
      expectEqual(await apiTokens.tokens(), [TOKEN]);
    },
  },
  {
    name: 'a token is revoked once, keeps that date, and is listed on; an unknown one is told',
    async run(subject) {
      const apiTokens = partOf(subject, 'apiTokens');
      await apiTokens.addToken(TOKEN);
      const revokedAt = moment('2026-02-01 00:00:00');
      assert.equal(await apiTokens.revokeToken('t1', revokedAt), true);
      assert.equal(await apiTokens.revokeToken('t1', moment('2026-03-01 00:00:00')), true);
      assert.equal(await apiTokens.revokeToken('t2', revokedAt), false);
      expectEqual(await apiTokens.tokens(), [{ ...TOKEN, revokedAt }]);
    },
  },
  {
    name: 'the last use of a token is noted, and never goes back',
    async run(subject) {
      const apiTokens = partOf(subject, 'apiTokens');
      await apiTokens.addToken(TOKEN);
      const lastUsedAt = moment('2026-02-01 10:00:00');
      await apiTokens.noteTokenUse('t1', lastUsedAt);
      await apiTokens.noteTokenUse('t1', moment('2026-01-31 10:00:00'));
      await apiTokens.noteTokenUse('nobody', lastUsedAt);
      expectEqual(await apiTokens.tokens(), [{ ...TOKEN, lastUsedAt }]);
    },
  },
  {
    name: 'tokens are listed oldest first',
    async run(subject) {
      const apiTokens = partOf(subject, 'apiTokens');
      for (const [id, day] of [
        ['b', '02'],
        ['c', '01'],
        ['a', '03'],
      ])
        await apiTokens.addToken({ ...TOKEN, id: `${id}`, createdAt: moment(`2026-01-${day} 00:00:00`) });
      expectEqual(
        (await apiTokens.tokens()).map(({ id }) => id),
        ['c', 'b', 'a'],
      );
    },
  },
]);
