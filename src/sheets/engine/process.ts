import { Worker } from 'node:worker_threads';
import { type Libxslt, openLibxslt } from './libxslt.ts';
import { type Answer, type Question, urlOf } from './protocol.ts';
import { enclose } from './world.ts';

/**
 * libxslt's own process: it answers one question after another, and may be killed at any moment. Its argument is the
 * address of the package's module.
 */

/** A transformation that never ends must not outlive a server that was killed. */
const WATCH = `const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 1000);`;

/** What a memory of wasm has grown to it never gives back. */
const MOST_MEMORY = 128 << 20;

const world = enclose();
const [, , path = ''] = process.argv;
const sheets = new Map<string, number>();
let opening: Promise<Libxslt> | undefined;

async function answer(question: Question, libxslt: Libxslt): Promise<Answer> {
  world.said();
  world.outside();
  return question.kind === 'load' ? load(question, libxslt) : apply(question, libxslt);
}

async function load(
  { files, sheets: paths }: Extract<Question, { kind: 'load' }>,
  libxslt: Libxslt,
): Promise<Answer> {
  world.setFiles(files);
  for (const sheet of paths) {
    const document = await libxslt.read(files[sheet] ?? new Uint8Array(), urlOf(sheet), 'sheet');
    const compiled = document && (await libxslt.compile(document));
    const said = world.said();
    const outside = world.outside() ?? unreachable(said);
    if (!compiled || outside !== undefined || NOT_COMPILED.test(said))
      return { kind: 'failed', isSpent: true, sheet, said, ...(outside !== undefined && { outside }) };
    sheets.set(sheet, compiled);
  }
  return { kind: 'loaded', isSpent: false };
}

async function apply(
  { sheet, xml, mostBytes }: Extract<Question, { kind: 'apply' }>,
  libxslt: Libxslt,
): Promise<Answer> {
  const compiled = sheets.get(sheet) ?? 0;
  const document = await libxslt.read(xml, 'message', 'message');
  if (!document) return { kind: 'ill_formed', isSpent: false, said: world.said() };
  world.said();
  const result = await libxslt.apply(compiled, document);
  const said = world.said();
  const outside = world.outside() ?? unreachable(said);
  if (!result || outside !== undefined) {
    libxslt.free(document);
    if (result) libxslt.free(result);
    return { kind: 'failed', isSpent: false, sheet, said, ...(outside !== undefined && { outside }) };
  }
  const output = libxslt.serialize(result, compiled, mostBytes);
  libxslt.free(result);
  libxslt.free(document);
  const isSpent = libxslt.memory() > MOST_MEMORY;
  return output ? { kind: 'applied', isSpent, xml: output, said } : { kind: 'too_large', isSpent };
}

/** Some mistakes it would take for a thing of a later XSLT, and pass over. */
const NOT_COMPILED = /^compilation error/m;

/** What it looked for in a file system that it has not. */
const unreachable = (said: string): string | undefined => /^(\S+?):\d*:? I\/O error/m.exec(said)?.[1];

async function reply(question: Question): Promise<void> {
  let given: Answer;
  try {
    opening ??= openLibxslt(path);
    given = await answer(question, await opening);
  } catch (error) {
    const sheet = question.kind === 'apply' ? question.sheet : '';
    given = { kind: 'failed', isSpent: true, sheet, said: world.said(), thrown: String(error) };
  }
  process.send?.(given);
}

const watch = new Worker(WATCH, { eval: true });
watch.unref();
process.on('message', (question: Question) => void reply(question));
process.on('disconnect', () => process.exit());
