import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (file: string): string => fileURLToPath(new URL(`src/${file}`, import.meta.url));

/** Examples import the package by its name: here its source. */
const OWN = ['testing', 'conformance', 'client'].map((part) => ({
  find: `passerelle/${part}`,
  replacement: source(`${part}/index.ts`),
}));

export default defineConfig({
  resolve: { alias: [...OWN, { find: /^passerelle$/, replacement: source('index.ts') }] },
  test: {
    include: ['src', 'test', 'bench', 'examples', 'console/src'].map((folder) => `${folder}/**/*.test.ts`),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // On a busy machine what comes soon comes seconds later; who waits for it is in no hurry.
    expect: { poll: { timeout: 20_000 } },
    // Many tests wait for a database, a disk or a process: a worker for each of two cores keeps them busy. Three take longer.
    maxWorkers: 2,
  },
});
