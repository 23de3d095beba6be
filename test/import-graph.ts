import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** The modules of a tree by path (`wire/xml/element.ts`), with what each imports: such paths, or packages' names. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const FROM = /^(?:import|export)\s(?:[\w$*\s{},]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;
const WORKER = /\bnew URL\(\s*['"](\.[^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url/g;

/** What a source text names in its imports and re-exports, types included, dynamic imports and workers too. */
export const importsOf = (source: string): readonly string[] =>
  [FROM, DYNAMIC, WORKER].flatMap((pattern) =>
    [...source.matchAll(pattern)].flatMap(([, specifier]) => specifier ?? []),
  );

export function graphFromSources(sources: Readonly<Record<string, string>>): ImportGraph {
  return new Map(
    Object.entries(sources).map(([path, source]) => [
      path,
      importsOf(source).map((specifier) =>
        specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
      ),
    ]),
  );
}

/** The sources under a folder, without the tests. */
export function readSources(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const path = (file: string) => relative(folder, file).split(sep).join('/');
  return Object.fromEntries(files.map((file) => [path(file), readFileSync(file, 'utf8')]));
}

/**
 * A module's layer: its top folder; `.` for the modules beside the folders; `tests` for what helps the tests of a layer,
 * in a folder `testing` anywhere inside it.
 */
function layerOf(path: string): string {
  const [top = '.', ...inner] = path.split('/');
  if (inner.slice(0, -1).includes('testing')) return 'tests';
  return inner.length === 0 ? '.' : top;
}

/** Arrows from one layer to another that the table does not allow. A layer may always use itself. */
export function forbiddenArrows(
  graph: ImportGraph,
  allowed: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return [...graph].flatMap(([path, imports]) => {
    const from = layerOf(path);
    const targets = allowed[from];
    if (!targets) return [`${path}: the layer "${from}" is not in the table`];
    return imports
      .filter((target) => graph.has(target) && layerOf(target) !== from && !targets.includes(layerOf(target)))
      .map((target) => `${path} → ${target}`);
  });
}

/** Relative imports that lead nowhere: without this a wrong path would hide an arrow. */
export const danglingImports = (graph: ImportGraph): readonly string[] =>
  [...graph].flatMap(([path, imports]) =>
    imports
      .filter((target) => /^\.\.\/|\.tsx?$/.test(target) && !graph.has(target))
      .map((target) => `${path} → ${target}`),
  );

/** Each circle once, as the path that closes it: `a.ts → b.ts → a.ts`. */
export function circles(graph: ImportGraph): readonly string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    if (finished.has(path)) return;
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path].join(' → '));
      return;
    }
    trail.push(path);
    for (const target of graph.get(path) ?? []) if (graph.has(target)) visit(target);
    trail.pop();
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return found;
}

/** Everything that a module pulls in, packages included. */
export function reachableFrom(graph: ImportGraph, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const target of graph.get(path) ?? []) visit(target);
  };
  visit(start);
  return reached;
}
