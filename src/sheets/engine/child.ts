import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fail } from '../../domain/error.ts';
import type { Answer, Question } from './protocol.ts';
import { webAssembly } from './web-assembly.ts';

/** Why a question has no answer: its time was over, or the process was. */
type Unanswered = 'slow' | 'died';

/** libxslt's process. One question at a time; one that is not answered in time ends it. */
export interface Child {
  ask(question: Question, timeoutMs: number): Promise<Answer | Unanswered>;
  isAlive(): boolean;
  /** At once, whatever it is doing. */
  kill(): void;
}

/**
 * The stacks (KiB) let libxslt come to its own limit of 3,000 templates within each other. The flag for JSPI is of Node
 * 24; later ones have it anyway.
 */
const STACKS = ['--stack-size=4000', '--wasm-stack-switching-stack-size=8000'];
const JSPI = 'Suspending' in webAssembly ? [] : ['--experimental-wasm-jspi'];
const HEAP = ['--max-old-space-size=256'];

/** Throws `sheets_unavailable` where the package is missing. */
export function startChild(): Child {
  const code = new URL(`./process${import.meta.url.slice(-3)}`, import.meta.url);
  const module = modulePath();
  // It can read its own code, and nothing else; what libxslt gets of the sheets is sent to it.
  const readable = [dirname(fileURLToPath(code)), dirname(dirname(module))];
  const permissions = [
    '--permission',
    '--allow-worker',
    ...readable.map((path) => `--allow-fs-read=${path}`),
  ];
  const child = fork(code, [pathToFileURL(module).href], {
    execArgv: [...JSPI, ...STACKS, ...HEAP, ...permissions, '--no-warnings'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // What fails is told by its exit.
  child.on('error', () => {});
  hold(child, false);
  return {
    ask: (question, timeoutMs) => ask(child, question, timeoutMs),
    isAlive: () => !child.killed && child.exitCode === null && child.signalCode === null && child.connected,
    kill: () => void child.kill('SIGKILL'),
  };
}

function modulePath(): string {
  try {
    const binary = createRequire(import.meta.url).resolve('libxslt-wasm/output/libxslt.wasm');
    return join(dirname(binary), 'libxslt.js');
  } catch (error) {
    throw fail('sheets_unavailable', {}, error);
  }
}

/** Only while it is asked something does it keep this process alive. */
function hold(child: ChildProcess, held: boolean): void {
  if (held) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function ask(child: ChildProcess, question: Question, timeoutMs: number): Promise<Answer | Unanswered> {
  return new Promise((resolve) => {
    const end = (answer: Answer | Unanswered): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      hold(child, false);
      resolve(answer);
    };
    const onMessage = (answer: unknown): void => end(asAnswer(answer));
    const onExit = (): void => end('died');
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end('slow');
    }, timeoutMs);
    hold(child, true);
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(question, (error) => {
      if (error) end('died');
    });
  });
}

/** It is our own code that answers. */
const asAnswer = (message: unknown): Answer => message as Answer;
