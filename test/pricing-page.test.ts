import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from './support/run-command.ts';
import { temporaryFolder } from './support/temporary.ts';

const PAGE_URL = new URL('../docs/pricing.md', import.meta.url);
const PAGE = readFileSync(PAGE_URL, 'utf8');
const folder = temporaryFolder(afterAll);

/** The page's files: ```jsonl NAME. */
const FILES = Array.from(PAGE.matchAll(/^```jsonl (\S+)\n([^`]+)```/gm), ([, name = '', text = '']) => ({
  name,
  text,
}));
/** What a reader types, and what is then seen: ```console. */
const SESSIONS = Array.from(PAGE.matchAll(/^```console\n([^`]+)```/gm), ([, text = '']) => text);

const run = (line: string) => runCommand(line.split(' ').slice(1), { folder, environment: { LANG: 'C' } });

beforeAll(async () => {
  for (const { name, text } of FILES) {
    writeFileSync(join(folder, `${name}.jsonl`), text);
    const { exitCode, errors } = await run(`passerelle import ${name}.jsonl --kind ${name}`);
    expect(`${exitCode} ${errors}`).toMatch(/^0 .* 0 refused/s);
  }
});

async function sessionText(session: string): Promise<string> {
  let text = '';
  for (const [, command = ''] of session.matchAll(/^\$ (.*)$/gm)) {
    const { exitCode, output, errors } = await run(command);
    expect(`${exitCode} ${exitCode === 0 ? '' : errors}`).toBe('0 ');
    text += `$ ${command}\n${output}${errors}`;
  }
  return text;
}

test('the examples of docs/pricing.md show what is really seen (UPDATE_DOCS=1 writes it)', async () => {
  expect(SESSIONS.length).toBeGreaterThan(5);
  const seen: string[] = [];
  for (const session of SESSIONS) seen.push(await sessionText(session));
  if (process.env.UPDATE_DOCS === '1') {
    let page = PAGE;
    for (const [index, session] of SESSIONS.entries()) page = page.replace(session, () => seen[index] ?? '');
    writeFileSync(PAGE_URL, page);
  } else expect(seen).toEqual(SESSIONS);
});
