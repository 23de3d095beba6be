import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { runCommand } from '../../../test/support/run-command.ts';
import { SYNC_WORDING } from '../wording/sync.ts';

const { flows } = SYNC_WORDING.en;
/** How far a flow is: told to those who wait for longer than a few seconds, as on a busy machine. */
const PROGRESS = new RegExp(`^(?:${Object.values(flows).join('|')}): \\d+(?: of \\d+)?$`);

const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('passerelle-demo-'));

it('plays some days: products go to the shop, orders come from it, and nothing is left behind', async () => {
  const before = await left();
  const words = ['demo', '--runs', '3', '--every', '0', '--articles', '12', '--seed', '4'];
  const { exitCode, output, errors } = await runCommand(words, { folder: tmpdir() });
  const remarks = errors.split('\n').filter((line) => !PROGRESS.test(line));
  expect({ exitCode, remarks }).toEqual({ exitCode: 0, remarks: [''] });
  expect(output).toMatch(/Day 1\n {2}products: 12 read \(12 sent: add_product 12\)/);
  expect(output).toMatch(/Day 2\n.*\n {2}customers order: (?:\S+, ){2}\S+\n/);
  expect(output.match(/orders: 3 read \(3 sent/g)).toHaveLength(2);
  expect(output).not.toContain('failed');
  expect(await left()).toEqual(before);
});
