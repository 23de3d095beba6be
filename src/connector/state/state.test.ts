import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import { temporaryFolder } from '../testing/fixtures.ts';
import { fingerprintOf } from './fingerprint.ts';
import { openState, openStateCopy } from './open-state.ts';

const record = (key: string, value: unknown = key) =>
  ({ kind: 'product', key, fingerprint: fingerprintOf(value) }) as const;

function problemOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof PasserelleError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('the state', () => {
  it('remembers what was sent, by kind and key', () => {
    const folder = join(temporaryFolder(onTestFinished), 'made', 'here');
    const first = openState(folder);
    first.markSent(record('A'));
    first.recordSuccess('products', '2026-01-01T00:00:00.000Z');
    first.close();
    const second = openState(folder);
    expect(second.isSent(record('A'))).toBe(true);
    expect(second.isSent(record('A', 'changed'))).toBe(false);
    expect(second.isSent({ ...record('A'), kind: 'customer' })).toBe(false);
    expect(second.lastSuccess('products')).toBe('2026-01-01T00:00:00.000Z');
    expect(second.lastSuccess('customers')).toBeUndefined();
    second.close();
  });

  it('keeps what was marked together, or none of it', async () => {
    const state = openState(temporaryFolder(onTestFinished));
    const broken = state.together(async () => {
      state.markSent(record('A'));
      expect(state.isSent(record('A'))).toBe(true);
      throw new Error('refused');
    });
    await expect(broken).rejects.toThrow('refused');
    expect(state.isSent(record('A'))).toBe(false);
    await state.together(async () => state.markSent(record('B')));
    expect(state.isSent(record('B'))).toBe(true);
    state.close();
  });

  it('tells the occurrences of a key apart; a later one changes with an earlier one', () => {
    const state = openState(temporaryFolder(onTestFinished));
    const pass = (...values: readonly string[]) => {
      state.startPass('product');
      return values.map((value) => {
        const occurrence = state.occurrence(record('A', value));
        const isSent = state.isSent(occurrence);
        state.markSent(occurrence);
        return isSent;
      });
    };
    expect(pass('one', 'two')).toEqual([false, false]);
    expect(pass('one', 'two')).toEqual([true, true]);
    expect(pass('other', 'two')).toEqual([false, false]);
    expect(pass('other', 'three')).toEqual([true, false]);
    state.close();
  });

  it('is made anew when it is damaged, and the damaged file is kept aside', () => {
    const folder = temporaryFolder(onTestFinished);
    for (const damage of [
      (path: string) => writeFileSync(path, 'no database at all '.repeat(100)),
      (path: string) => truncateSync(path, 5000),
      (path: string) => new DatabaseSync(path).exec('PRAGMA user_version = 99'),
    ]) {
      const path = join(folder, 'sync.sqlite');
      const before = openState(folder);
      for (let number = 0; number < 500; number += 1) before.markSent(record(`A${number}`));
      before.close();
      damage(path);
      const state = openState(folder);
      expect(state.rebuilt).toEqual({ reason: 'state_rebuilt', value: path });
      expect(state.isSent(record('A1'))).toBe(false);
      state.close();
    }
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-')).length).toBeGreaterThan(0);
  });

  it('cannot be opened in a folder that cannot be one', () => {
    const file = join(temporaryFolder(onTestFinished), 'file');
    writeFileSync(file, '');
    expect(problemOf(() => openState(join(file, 'state')))).toMatchObject({ reason: 'source_unavailable' });
  });
});

describe('a run', () => {
  it('that cannot begin says why, and gives the lock back', () => {
    const folder = temporaryFolder(onTestFinished);
    mkdirSync(join(folder, 'sync.pid'));
    expect(problemOf(() => openState(folder))).toMatchObject({
      reason: 'source_unavailable',
      value: expect.stringContaining('EISDIR'),
    });
    rmdirSync(join(folder, 'sync.pid'));
    mkdirSync(join(folder, 'sync.sqlite'));
    expect(problemOf(() => openState(folder))?.value).toContain('unable to open database file');
    rmdirSync(join(folder, 'sync.sqlite'));
    openState(folder).close();
  });

  it('is the only one in its folder, which it names', () => {
    const folder = temporaryFolder(onTestFinished);
    const state = openState(folder);
    expect(problemOf(() => openState(folder))).toEqual({
      reason: 'run_under_way',
      value: String(process.pid),
    });
    expect(problemOf(() => openStateCopy(folder))).toMatchObject({ reason: 'run_under_way' });
    state.close();
    openState(folder).close();
  });

  it('takes the folder over from a process that was killed', () => {
    const folder = temporaryFolder(onTestFinished);
    const module = new URL('./open-state.ts', import.meta.url).href;
    const script = `const { openState } = await import(${JSON.stringify(module)});
      openState(${JSON.stringify(folder)}); process.kill(process.pid, 'SIGKILL'); await new Promise(() => {});`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(signal).toBe('SIGKILL');
    expect(existsSync(join(folder, 'sync.pid'))).toBe(true);
    openState(folder).close();
  });
});

describe('a copy of the state', () => {
  it('knows what the state does, and leaves no trace', () => {
    const folder = temporaryFolder(onTestFinished);
    const state = openState(folder);
    state.markSent(record('A'));
    state.close();
    const before = readdirSync(folder);
    const copy = openStateCopy(folder);
    expect(copy.isSent(record('A'))).toBe(true);
    copy.markSent(record('B'));
    copy.close();
    expect(readdirSync(folder)).toEqual(before);
    const after = openState(folder);
    expect(after.isSent(record('B'))).toBe(false);
    after.close();
  });

  it('of a folder that is not there makes none', () => {
    const folder = join(temporaryFolder(onTestFinished), 'never');
    openStateCopy(folder).close();
    expect(existsSync(folder)).toBe(false);
  });
});
