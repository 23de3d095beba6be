import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  circles,
  danglingImports,
  forbiddenArrows,
  graphFromSources,
  importsOf,
  reachableFrom,
  readSources,
} from './import-graph.ts';

const PAGE = readFileSync(join(import.meta.dirname, '..', 'docs', 'ARCHITECTURE.md'), 'utf8');

/** Which layers each layer may import, as the page's table says. Nothing imports cli; nothing but tests imports `tests`. */
function allowedArrows(): Readonly<Record<string, readonly string[]>> {
  const rows = Array.from(
    PAGE.matchAll(/^\| `(\w+)` \| .* \|([^|]*)\|$/gm),
    ([, layer = '', allowed = '']) => ({ layer, allowed }),
  );
  const inner = rows.map(({ layer }) => layer).filter((layer) => layer !== 'cli');
  const layersIn = (cell: string): readonly string[] =>
    cell.trim() === 'all' ? inner : Array.from(cell.matchAll(/`(\w+)`/g), ([, name = '']) => name);
  const arrows = Object.fromEntries(rows.map(({ layer, allowed }) => [layer, layersIn(allowed)]));
  return { ...arrows, '.': inner, tests: inner };
}

describe('the source', () => {
  const graph = graphFromSources(readSources(join(import.meta.dirname, '..', 'src')));

  it('has no arrow but the allowed ones', () => {
    const allowed = allowedArrows();
    expect(graph.size).toBeGreaterThan(20);
    expect(allowed).toMatchObject({ domain: [], conformance: [], shop: ['domain'] });
    expect(forbiddenArrows(graph, allowed)).toEqual([]);
  });

  it('has no circle', () => {
    expect(circles(graph)).toEqual([]);
  });

  it('has no import that leads nowhere', () => {
    expect(danglingImports(graph)).toEqual([]);
  });

  it('imports Vitest in the contract alone, and fast-check in nothing that is exported', () => {
    const users = [...graph].filter(([, imports]) => imports.includes('vitest')).map(([path]) => path);
    expect(users).toEqual(['testing/contract.ts']);
    expect(reachableFrom(graph, 'testing/index.ts')).not.toContain('fast-check');
  });
});

describe('the import graph', () => {
  it('knows every way of importing', () => {
    const source = [
      "import { a, type B } from './a.ts';",
      "import type { C } from '../c.ts';",
      "import * as d from './d.ts';",
      "import './e.ts';",
      "import {\n  f,\n  g,\n} from './f.ts';",
      "export { h } from './h.ts';",
      "export type { I } from './i.ts';",
      'export * from "./j.ts";',
      "const k = await import('./k.ts');",
      "new Worker(new URL('./l.ts', import.meta.url));",
      "import fs from 'node:fs';",
    ].join('\n');
    const paths = [
      './a.ts',
      '../c.ts',
      './d.ts',
      './e.ts',
      './f.ts',
      './h.ts',
      './i.ts',
      './j.ts',
      'node:fs',
    ];
    expect([...importsOf(source)].sort()).toEqual([...paths, './k.ts', './l.ts'].sort());
    expect(importsOf("export const from = 'x';\nexport const a = { b: 'c' };\n")).toEqual([]);
  });

  const FIXTURE = {
    'domain/a.ts': "import type { S } from '../shop/s.ts';",
    'shop/s.ts': "import { b } from '../domain/b.ts';",
    'domain/b.ts': "import { a } from './a.ts';",
    'wire/w.ts': "import { b } from '../domain/b.ts';\nimport { gone } from './gone.ts';",
    'other/o.ts': '',
    'main.ts': "import { w } from './wire/w.ts';\nimport { t } from './wire/testing/t.ts';",
    'wire/testing/t.ts': "import { s } from '../../shop/s.ts';",
  };
  const graph = graphFromSources(FIXTURE);

  it('finds a forbidden arrow and a layer that nobody spoke of', () => {
    const allowed = { domain: [], shop: ['domain'], wire: ['domain'], '.': ['wire'], tests: ['shop'] };
    expect(forbiddenArrows(graph, allowed)).toEqual([
      'domain/a.ts → shop/s.ts',
      'other/o.ts: the layer "other" is not in the table',
      'main.ts → wire/testing/t.ts',
    ]);
  });

  it('finds a circle', () => {
    expect(circles(graph)).toEqual(['domain/a.ts → shop/s.ts → domain/b.ts → domain/a.ts']);
  });

  it('finds an import that leads nowhere', () => {
    expect(danglingImports(graph)).toEqual(['wire/w.ts → wire/gone.ts']);
  });

  it('tells what a module pulls in', () => {
    expect([...reachableFrom(graph, 'main.ts')]).toContain('shop/s.ts');
    expect([...reachableFrom(graph, 'domain/b.ts')]).not.toContain('wire/w.ts');
  });
});
