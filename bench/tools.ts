import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Programs of the system that are a reference. */
export type Tool = 'sqlite3' | 'xmllint';

const INSTALL: Readonly<Record<Tool, string>> = {
  sqlite3: 'apt-get install sqlite3 (or brew install sqlite)',
  xmllint: 'apt-get install libxml2-utils (or brew install libxml2)',
};

/** What is wrong with the tool, said to the user at once; undefined when it is there. */
export function missingTool(tool: Tool): string | undefined {
  if (spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0) return undefined;
  process.stderr.write(
    `\n*** ${tool} is not installed, so nothing can be measured against it.\n*** Install it: ${INSTALL[tool]}\n`,
  );
  return `${tool} is not installed: ${INSTALL[tool]}`;
}

const MOST_MS = 300_000;

/** Runs a tool to its end; gives seconds. Rejects when it fails or complains. */
export async function timeTool(tool: Tool, words: readonly string[], input = ''): Promise<number> {
  const start = performance.now();
  const child = spawn(tool, words, { stdio: ['pipe', 'ignore', 'pipe'], timeout: MOST_MS });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0 || complaints !== '')
    throw new Error(`${tool} ended with ${code}: ${complaints.slice(0, 500)}`);
  return seconds;
}
