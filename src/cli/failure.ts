import { PasserelleError } from '../domain/error.ts';
import { ERROR_MEANINGS } from '../shop/errors.ts';
import { describe, type Language } from '../shop/wording.ts';
import type { Environment } from './configuration/environment.ts';
import { printable } from './terminal.ts';

export interface FailureReport {
  /** For standard error. */
  readonly text: string;
  readonly exitCode: number;
}

export interface FailureContext {
  readonly language: Language;
  readonly environment: Environment;
}

/** What a command that failed says and exits with: one sentence, and a stack trace only where PASSERELLE_DEBUG asks for it. */
export function reportFailure(error: unknown, { language, environment }: FailureContext): FailureReport {
  const known = error instanceof PasserelleError ? error : undefined;
  const value = error instanceof Error ? error.message : String(error);
  const sentence = describe(known?.problem ?? { reason: 'unexpected', value }, language);
  const trace = environment.PASSERELLE_DEBUG && error instanceof Error ? `\n${traceOf(error)}` : '';
  return {
    text: printable(sentence) + trace,
    exitCode: ERROR_MEANINGS[known?.code ?? 'internal'].exitCode,
  };
}

function traceOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by: ${traceOf(error.cause)}` : '';
  return (error.stack ?? error.message) + cause;
}
