import { fail, PasserelleError } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';
import type { ConnectionTarget } from './connection-url.ts';

/** The database does not answer, or not any more. A mistake of the program's own stays what it is. */
export function unavailable(target: ConnectionTarget, error: unknown): Error {
  if (error instanceof PasserelleError || error instanceof TypeError) return error;
  return fail('source_unavailable', { value: `${target.label}: ${messageOf(error, target)}` }, error);
}

/** The database answers, and refuses a statement. */
export function refusedStatement(field: string, target: ConnectionTarget, error: unknown): PasserelleError {
  if (error instanceof PasserelleError) return error;
  return fail('query_refused', { field, value: messageOf(error, target) }, error);
}

/** A statement that takes longer than the settings allow. */
export const tooLong = (field: string, seconds: number): PasserelleError =>
  fail('query_refused', { field, value: `> ${seconds} s (timeoutSeconds)` });

/** The first sentence that says something: a refused connection to `localhost` is several errors in one. */
function messageOf(error: unknown, { password }: ConnectionTarget): string {
  const message = messagesOf(error).find((text) => text !== '') ?? String(error);
  return quotable(password ? message.replaceAll(password, '***') : message);
}

function messagesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(messagesOf) : [];
  return [error.message, ...inner, 'code' in error ? String(error.code) : ''];
}
