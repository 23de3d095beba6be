import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** As where it was not installed: no name leads to the package. */
const WITHOUT = `import { registerHooks } from 'node:module';
registerHooks({
  resolve(name, context, next) {
    if (name === 'sharp') throw Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' });
    return next(name, context);
  },
});`;
const LOAD = `import { loadSharp } from ${JSON.stringify(new URL('./load-sharp.ts', import.meta.url).href)};
import { describe } from ${JSON.stringify(new URL('../../shop/wording.ts', import.meta.url).href)};
await loadSharp().then(() => console.log('loaded'), ({ code, problem }) => console.log(code, describe(problem, 'en')));`;

const run = async (hooks: readonly string[]): Promise<string> => {
  const imports = hooks.flatMap((hook) => ['--import', `data:text/javascript,${encodeURIComponent(hook)}`]);
  const words = [...imports, '--input-type=module', '--eval', LOAD];
  return (await promisify(execFile)(process.execPath, words)).stdout;
};

test('where the package is missing, a sentence says what to install', async () => {
  expect(await run([])).toBe('loaded\n');
  expect(await run([WITHOUT])).toMatch(/^unsupported .*npm install sharp/);
});
