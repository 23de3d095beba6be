import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { extname } from 'node:path';

const ROOT = new URL('../../', import.meta.url);
const NAME = 'passerelle';

type Exports = Readonly<Record<string, { readonly default: string }>>;

/**
 * Modules of a person's own (a configuration, a decorator, a shop) import this package by its name, wherever they lie and
 * however the program was installed: they get the very one that runs. In a clone that is its source. Once a thread.
 */
export function resolveOwnPackage(): void {
  const { exports }: { exports: Exports } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  const isSource = extname(import.meta.url) === '.ts';
  registerHooks({
    resolve(specifier, context, next) {
      const file = isOwn(specifier) && exports[`.${specifier.slice(NAME.length)}`]?.default;
      if (file) return { url: new URL(isSource ? sourceOf(file) : file, ROOT).href, shortCircuit: true };
      return next(specifier, context);
    },
  });
}

const isOwn = (specifier: string): boolean => specifier === NAME || specifier.startsWith(`${NAME}/`);

/** `./dist/index.js` → `./src/index.ts` */
const sourceOf = (file: string): string => file.replace('./dist/', './src/').replace(/\.js$/, '.ts');
