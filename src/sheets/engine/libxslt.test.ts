import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const here = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);
const MODULE = join(
  dirname(createRequire(import.meta.url).resolve('libxslt-wasm/output/libxslt.wasm')),
  'libxslt.js',
);
const SHEET = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><xsl:copy-of select="document('a/file/that/is/not/there.xml')"/></xsl:template></xsl:stylesheet>`;

/** What the program is called shifts all that is in the module's memory, its stack too; code counts on where that stands. */
test.each([0, 8])(
  'a failure is told wherever the stack comes to stand, the program’s name %s longer',
  async (longer) => {
    const script = `process.argv[1] = '/program' + 'x'.repeat(${longer});
    const { enclose } = await import(${here('./world.ts')});
    const { openLibxslt } = await import(${here('./libxslt.ts')});
    const world = enclose();
    const libxslt = await openLibxslt(${JSON.stringify(pathToFileURL(MODULE).href)});
    const sheet = await libxslt.compile(await libxslt.read(Buffer.from(${JSON.stringify(SHEET)}), 'sheets:///a.xsl', 'sheet'));
    await libxslt.apply(sheet, await libxslt.read(Buffer.from('<a/>'), 'message', 'message'));
    console.log(world.said());
    process.exit();`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--experimental-wasm-jspi', '--no-warnings', '--input-type=module', '--eval', script],
      { timeout: 60_000 },
    );
    expect(stdout).toContain('sheets:///a/file/that/is/not/there.xml');
  },
);
