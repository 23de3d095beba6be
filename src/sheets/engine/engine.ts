import { fail, type PasserelleError } from '../../domain/error.ts';
import { type Child, startChild } from './child.ts';
import { failureOf } from './failure.ts';
import type { Answer, Files } from './protocol.ts';

export interface EngineOptions {
  /** All that sheets can name, by path within their folder. */
  readonly files: Files;
  /** Those of them that are to be compiled. */
  readonly sheets: readonly string[];
  /** Of one transformation. */
  readonly timeoutMs: number;
  /** Of what a sheet takes, and of what it gives. */
  readonly mostBytes: number;
}

/** libxslt in a process of its own, which is replaced whenever it had to be ended. */
export interface Engine {
  /** Compiles all sheets. Rejects with `sheet_broken`, `sheet_outside`, `sheets_unavailable`. */
  start(): Promise<void>;
  /**
   * Undefined where the XML is not well-formed. Rejects with `sheet_refused`, `sheet_failed`, `sheet_outside`, `sheet_slow`,
   * `sheet_too_large`, `sheet_input_too_large`.
   */
  apply(sheet: string, xml: Uint8Array): Promise<Transformed | undefined>;
  close(): void;
}

interface Transformed {
  /** UTF-8, whatever its declaration says. */
  readonly xml: Uint8Array;
  /** What `xsl:message` said, and libxslt's warnings. */
  readonly said: string;
}

/** Starting Node, and compiling some sheets: a second, and far more where the machine is short of time. */
const START_TIMEOUT_MS = 120_000;

export function createEngine({ files, sheets, timeoutMs, mostBytes }: EngineOptions): Engine {
  const inTurn = createTurns();
  let child: Child | undefined;
  let closed = false;

  const running = async (): Promise<Child> => {
    if (child?.isAlive()) return child;
    if (closed) throw fail('store_unavailable');
    const started = startChild();
    child = started;
    const answer = await started.ask({ kind: 'load', files, sheets }, START_TIMEOUT_MS);
    if (typeof answer === 'object' && answer.kind === 'loaded') return started;
    started.kill();
    throw loadFailure(answer);
  };

  const applyNow = async (sheet: string, xml: Uint8Array): Promise<Transformed | undefined> => {
    const asked = await running();
    const answer = await asked.ask({ kind: 'apply', sheet, xml, mostBytes }, timeoutMs);
    if (typeof answer === 'string') throw fail(...unanswered(answer, { sheet, timeoutMs }));
    if (answer.isSpent) asked.kill();
    return transformed(answer, { sheet, mostBytes });
  };

  return {
    start: () => inTurn(async () => void (await running())),
    async apply(sheet, xml) {
      if (xml.length > mostBytes) throw fail('sheet_input_too_large', { hook: sheet, limit: mostBytes });
      return inTurn(() => applyNow(sheet, xml));
    },
    close() {
      closed = true;
      child?.kill();
    },
  };
}

function loadFailure(answer: Answer | 'slow' | 'died'): PasserelleError {
  if (typeof answer === 'object' && answer.kind === 'failed' && answer.sheet !== '')
    return failureOf(answer, 'sheet_broken');
  const expected =
    typeof answer === 'object' && answer.kind === 'failed' ? (answer.thrown ?? '') : String(answer);
  return fail('sheets_not_started', { expected });
}

interface Asked {
  readonly sheet: string;
  readonly mostBytes: number;
}

function transformed(answer: Answer, { sheet, mostBytes }: Asked): Transformed | undefined {
  switch (answer.kind) {
    case 'applied':
      return answer;
    case 'ill_formed':
      return undefined;
    case 'failed':
      throw failureOf(answer, 'sheet_failed');
    default:
      throw fail('sheet_too_large', { hook: sheet, limit: mostBytes });
  }
}

const unanswered = (
  why: 'slow' | 'died',
  { sheet, timeoutMs }: { readonly sheet: string; readonly timeoutMs: number },
): Parameters<typeof fail> =>
  why === 'slow'
    ? ['sheet_slow', { hook: sheet, limit: timeoutMs }]
    : ['sheet_failed', { hook: sheet, expected: 'libxslt ended' }];

/** One after another, whatever becomes of each. */
function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
}
