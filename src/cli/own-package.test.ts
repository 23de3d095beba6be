import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

test('a shop’s own module, anywhere on the disk, imports the package that runs', () => {
  const folder = temporaryFolder(onTestFinished);
  writeFileSync(
    join(folder, 'shop.ts'),
    `import { NO_CAPABILITIES, partialShop } from 'passerelle';
     export default () => partialShop(NO_CAPABILITIES, {});`,
  );
  writeFileSync(
    join(folder, 'passerelle.config.ts'),
    `import { defineConfig } from 'passerelle';
     export default defineConfig({ shops: [{ name: 'own', store: 'module:./shop.ts' }] });`,
  );
  const run = (...parameters: readonly string[]) =>
    execFileSync(process.execPath, [MAIN, ...parameters], { cwd: folder, encoding: 'utf8' });
  expect(run('--lang', 'en', 'keys', 'add', '--label', 'x')).toMatch(/^\w{32}\n$/);
});
