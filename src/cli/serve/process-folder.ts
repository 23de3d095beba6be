import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** What another machine left is deleted when nothing was put into it for so long. */
const ABANDONED_MS = 24 * 60 * 60_000;

/**
 * A folder of this process's own below `parent`; those of processes that are gone are deleted. Several machines, or
 * containers with process numbers of their own, may share `parent`.
 */
export function processFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent))
    if (isLeft(parent, name)) rmSync(join(parent, name), { recursive: true, force: true });
  return join(parent, `${hostname()}.${process.pid}`);
}

function isLeft(parent: string, name: string): boolean {
  const [, host, pid] = /^(?:(.*)\.)?(\d+)$/.exec(name) ?? [];
  if (host !== undefined && host !== hostname()) return isAbandoned(join(parent, name));
  return !isRunning(Number(pid));
}

function isAbandoned(folder: string): boolean {
  const changedAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - changedAt > ABANDONED_MS;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
