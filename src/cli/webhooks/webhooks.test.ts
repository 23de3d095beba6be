import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../../../test/support/run-command.ts';
import { temporaryFolder } from '../../../test/support/temporary.ts';

const folder = temporaryFolder(afterAll);
const run = (...words: string[]) => runCommand(words, { folder });

const listed = async () => {
  const { output } = await run('webhooks', 'list', '--json');
  const lines = output.trim().split('\n');
  return z.looseObject({ id: z.string() }).parse(JSON.parse(lines.at(-1) ?? ''));
};

beforeAll(async () => {
  writeFileSync(join(folder, 'products.jsonl'), '{"reference":"A"}\n');
  expect((await run('import', 'products.jsonl', '--kind', 'products')).exitCode).toBe(0);
});

test('a webhook is added with its secret, changed, given a new secret and removed; no list tells a secret', async () => {
  const added = await run(
    'webhooks',
    'add',
    'https://8.8.8.8/hook',
    '--kinds',
    'order.created',
    '--label',
    'a',
  );
  expect(added.output).toMatch(/^whsec_\S+\n$/);
  const { id } = await listed();
  const changed = await run('webhooks', 'change', id, '--url', 'https://8.8.4.4/', '--kinds', 'all');
  expect(changed).toMatchObject({ exitCode: 0, errors: `Webhook ${id} changed.\n` });
  expect(await listed()).toMatchObject({ url: 'https://8.8.4.4/', kinds: [], label: 'a' });
  await run('webhooks', 'disable', id);
  expect(await listed()).toMatchObject({ disabledBecause: 'by_hand' });
  await run('webhooks', 'enable', id);
  expect(await listed()).not.toHaveProperty('disabledAt');
  const rotated = await run('webhooks', 'rotate-secret', id, '--overlap', '1');
  expect(rotated.output).toMatch(/^whsec_\S+\n$/);
  expect(JSON.stringify([await listed(), await run('webhooks', 'list')])).not.toMatch(/whsec_|secret/i);
  expect((await run('webhooks', 'remove', id)).exitCode).toBe(0);
  expect((await run('webhooks', 'list', '--json')).output).toBe('');
});

test.each([
  [['add', 'https://10.0.0.1/'], 'The address 10.0.0.1 is not public'],
  [['add', 'http://8.8.8.8/'], 'plain http is only for addresses in webhooks.allow'],
  [['add', 'https://8.8.8.8/', '--kinds', 'order.paid'], 'The option --kinds is "order.paid"'],
  [['change', 'nobody', '--label', 'x'], 'No webhook has the id "nobody"'],
  [['remove', 'nobody'], 'No webhook has the id "nobody"'],
  [['resend', 'nobody'], 'exactly one of "event", "since"'],
  [['resend', 'nobody', '--until', '2026-01-01'], 'exactly one of "event", "since"'],
  [['resend', 'nobody', '--since', 'someday'], 'The option --since is "someday"'],
  [['rotate-secret', 'nobody', '--overlap', '721'], 'The option --overlap is "721"'],
])('webhooks %j is refused, and says why', async (words, sentence) => {
  const { exitCode, output, errors } = await run('webhooks', ...words);
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
  expect(errors).toContain(sentence);
});
