import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** When something of a test's ends: `onTestFinished`, or `afterAll` for what is a whole file's. */
export type AtEnd = (work: () => void | Promise<void>) => void;

/** An empty folder; removed after the test, its `afterEach` included, or when `atEnd` says. */
export function temporaryFolder(atEnd: AtEnd = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
