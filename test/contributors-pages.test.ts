import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** What stands for a name of one's own, and a whole family of files. */
const PATTERN = /NAME|FOLDER|NNNN|\*/;

/** The pages write a layer's path with or without `src`, and files beside one another by their names alone. */
const isThere = (path: string): boolean =>
  existsSync(join(ROOT, path)) || existsSync(join(ROOT, 'src', path));

test.each(['CONTRIBUTING.md', 'docs/ARCHITECTURE.md'])('every file that %s names is there', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const named = Array.from(
    text.matchAll(/`([a-z][\w-]*\/[^`\s]*\.(?:ts|sql|md|mjs))`/g),
    ([, path = '']) => path,
  );
  const folders = Array.from(
    text.matchAll(/`((?:src|docs|test|corpus|bench)\/[^`\s.]*)`/g),
    ([, path = '']) => path,
  );
  const links = Array.from(text.matchAll(/\]\((?!http)([^)#]+)/g), ([, path = '']) => join(page, '..', path));
  expect(named.length).toBeGreaterThan(20);
  expect([...named, ...folders, ...links].filter((path) => !PATTERN.test(path) && !isThere(path))).toEqual(
    [],
  );
});
