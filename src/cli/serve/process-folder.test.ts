import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { processFolder } from './process-folder.ts';

test('deletes what dead processes of this machine left, and of others only what is old', () => {
  const parent = temporaryFolder();
  const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
  const kept = [`${hostname()}.${process.ppid}`, 'other.host.1'];
  const left = [`${hostname()}.${dead}`, String(dead), 'old.host.1', 'odd'];
  for (const name of [...kept, ...left]) mkdirSync(join(parent, name));
  utimesSync(join(parent, 'old.host.1'), new Date(0), new Date(0));
  const own = processFolder(parent);
  expect(readdirSync(parent).sort()).toEqual(kept.sort());
  expect(basename(own)).toBe(`${hostname()}.${process.pid}`);
});
