import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createEngine } from './engine.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sheet = (body: string): string =>
  `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">${body}</xsl:stylesheet>`;

const COPY = sheet('<xsl:template match="/"><xsl:copy-of select="/"/></xsl:template>');
/** Two to the power of sixty templates. */
const ENDLESS = sheet(
  '<xsl:template match="/"><xsl:call-template name="a"><xsl:with-param name="n" select="0"/></xsl:call-template></xsl:template><xsl:template name="a"><xsl:param name="n"/><xsl:if test="$n &lt; 60"><xsl:call-template name="a"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template><xsl:call-template name="a"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template></xsl:if></xsl:template>',
);

test('what is asked at the same time is answered in turn, also after one that had to be ended', async () => {
  const engine = createEngine({
    files: { 'copy.xsl': bytes(COPY), 'endless.xsl': bytes(ENDLESS) },
    sheets: ['copy.xsl', 'endless.xsl'],
    timeoutMs: 4000,
    mostBytes: 100_000,
  });
  onTestFinished(() => engine.close());
  const outcomes = await Promise.allSettled([
    engine.apply('copy.xsl', bytes('<a>1</a>')),
    engine.apply('endless.xsl', bytes('<a/>')),
    engine.apply('copy.xsl', bytes('<a>2</a>')),
    engine.apply('copy.xsl', bytes('<a><7X/></a>')),
    engine.apply('copy.xsl', bytes(`<a>${'x'.repeat(100_000)}</a>`)),
  ]);
  const told = outcomes.map((outcome) =>
    outcome.status === 'fulfilled'
      ? outcome.value && new TextDecoder().decode(outcome.value.xml)
      : outcome.reason.problem.reason,
  );
  expect(told).toEqual([
    '<?xml version="1.0"?>\n<a>1</a>\n',
    'sheet_slow',
    '<?xml version="1.0"?>\n<a>2</a>\n',
    undefined,
    'sheet_input_too_large',
  ]);
});

const ENGINE = JSON.stringify(new URL('./engine.ts', import.meta.url).href);

test('an endless transformation does not outlive a server that was killed', async () => {
  const script = `import { createEngine } from ${ENGINE};
    import { execFileSync } from 'node:child_process';
    const engine = createEngine({ files: { 'a.xsl': Buffer.from(${JSON.stringify(ENDLESS)}) }, sheets: ['a.xsl'], timeoutMs: 600000, mostBytes: 1000 });
    await engine.start();
    engine.apply('a.xsl', Buffer.from('<a/>'));
    setTimeout(() => console.log(process.getActiveResourcesInfo().includes('ProcessWrap') && execFileSync('ps', ['--ppid', String(process.pid), '-o', 'pid=,args=']).toString()), 500);`;
  const server = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  onTestFinished(() => void server.kill('SIGKILL'));
  const [said] = await once(server.stdout, 'data');
  const pid = Number(/(\d+) .*engine\/process/.exec(String(said))?.[1]);
  expect(isRunning(pid)).toBe(true);
  server.kill('SIGKILL');
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 20_000);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('where the package is missing, a sentence says what to install', async () => {
  const script = `import Module from 'node:module';
    const resolve = Module._resolveFilename;
    Module._resolveFilename = (name, ...rest) => {
      if (name.startsWith('libxslt-wasm')) throw Object.assign(new Error('not found'), { code: 'MODULE_NOT_FOUND' });
      return resolve(name, ...rest);
    };
    const { createEngine } = await import(${ENGINE});
    const { describe } = await import(${JSON.stringify(new URL('../../shop/wording.ts', import.meta.url).href)});
    const engine = createEngine({ files: {}, sheets: [], timeoutMs: 1000, mostBytes: 1000 });
    await engine.start().catch(({ code, problem }) => console.log(code, describe(problem, 'en')));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stdout).toMatch(/^unsupported .*npm install libxslt-wasm/);
});
