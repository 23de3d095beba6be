import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { spoolFolder } from './spool-folder.ts';

test('deletes what dead processes of this machine left, and of others only what is old', () => {
  const parent = mkdtempSync(join(tmpdir(), 'passerelle-spool-'));
  const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
  const kept = [`${hostname()}.${process.ppid}`, 'other.host.1'];
  const left = [`${hostname()}.${dead}`, String(dead), 'old.host.1', 'odd'];
  for (const name of [...kept, ...left]) mkdirSync(join(parent, name));
  utimesSync(join(parent, 'old.host.1'), new Date(0), new Date(0));
  const own = spoolFolder(parent);
  expect(readdirSync(parent).sort()).toEqual(kept.sort());
  expect(basename(own)).toBe(`${hostname()}.${process.pid}`);
  rmSync(parent, { recursive: true });
});
