import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY } from '../support/endpoint.ts';
import { runCommand } from '../support/run-command.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

const folder = temporaryFolder(afterAll);
let server: ServerProcess;

beforeAll(async () => {
  await mkdir(join(folder, 'shop'));
  server = await startServer(join(folder, 'shop'));
  await runCommand(['import', '--sample', '--data', join(folder, 'shop')], { folder });
});
afterAll(async () => {
  await server.stop();
});

const check = (...words: string[]) => runCommand(['check', ...words], { folder });

describe('passerelle check', () => {
  it('exits with 0 when all passed, and writes its reports', async () => {
    const files = ['--html', 'r.html', '--junit', 'r.xml', '--json', 'r.json'];
    const { exitCode, output } = await check(server.url, '--key', KEY, ...files);
    expect(output).toMatch(/PASSED: \d+ passed, \d+ not asked\n$/);
    expect(exitCode).toBe(0);
    expect(await readFile(join(folder, 'r.html'), 'utf8')).toContain('<!doctype html>');
    expect(await readFile(join(folder, 'r.xml'), 'utf8')).toContain('<testsuites');
    const report = JSON.parse(await readFile(join(folder, 'r.json'), 'utf8'));
    expect(report).toMatchObject({ passed: true, write: false, created: [] });
    expect(JSON.stringify(report)).not.toContain(KEY);
  });

  it('exits with 1 when something failed: the profile is another one, or a baseline is stale', async () => {
    const other = await check(server.url, '--key', KEY, '--profile', 'kit-2015');
    expect(other.exitCode).toBe(1);
    expect(other.output).toContain('✗ orders-list.shape');
    await writeFile(join(folder, 'baseline.txt'), 'products-list.shape # was broken once\n');
    const stale = await check(server.url, '--key', KEY, '--baseline', 'baseline.txt');
    expect(stale.exitCode).toBe(1);
    expect(stale.output).toContain('products-list.shape');
  });

  it('exits with 2 when it could not run', async () => {
    const results = await Promise.all([
      check('http://127.0.0.1:9/webservice', '--key', KEY),
      check('not a url', '--key', KEY),
      check('--key', KEY),
      check(server.url),
      check(server.url, '--key', KEY, '--order', '1'),
      check(server.url, '--key', KEY, '--baseline', 'missing.txt'),
      check(server.url, '--key', KEY, '--profile', 'v4'),
    ]);
    for (const { exitCode, errors } of results) {
      expect(exitCode).toBe(2);
      expect(errors.trim().split('\n')).toHaveLength(1);
    }
  });

  it('refuses an option that it would ignore, and says how the key is given', async () => {
    for (const words of [
      [server.url, '--key', KEY, '--flows', 'orders'],
      [server.url, '--key', KEY, '--idle', '3'],
      [server.url, '--connector', '--idle', '1'],
      ['--connector', '--write', '--idle', '1'],
    ]) {
      const { exitCode, errors } = await check(...words);
      expect(exitCode, words.join(' ')).toBe(2);
      expect(errors).toContain('--connector');
    }
    expect((await check(server.url)).errors).toContain('PASSERELLE_KEY');
  });

  it('tells the findings also where a report cannot be written', async () => {
    const result = await check(server.url, '--key', KEY, '--html', 'no-such-folder/r.html');
    expect(result.exitCode).toBe(2);
    expect(result.errors).toContain('no-such-folder');
    expect(result.output).toContain('PASSED');
  });

  it('confirms no order that is not named', async () => {
    const before = await orders();
    await check(server.url, '--key', KEY, '--write');
    expect(await orders()).toEqual(before);
  });
});

const orders = async (): Promise<string> => {
  const { output } = await runCommand(['export', 'orders', '--data', join(folder, 'shop')], { folder });
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, state, confirmedAt } = JSON.parse(line);
      return `${id} ${state} ${confirmedAt ?? ''}`;
    })
    .sort()
    .join('\n');
};
