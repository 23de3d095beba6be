import { ApiError } from 'passerelle/client';
import { errorFrom } from '../../../src/client/api-error.ts';

export type ConsoleMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A call of the server's side of the console: below `/console`, JSON both ways. Rejects with an ApiError. */
export async function callConsole<Reply = void>(
  send: typeof fetch,
  method: ConsoleMethod,
  path: `/${string}`,
  body?: unknown,
): Promise<Reply> {
  const response = await send(`/console${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) throw await errorFrom(response);
  const text = await response.text();
  // What the server answers is what it says.
  return (text === '' ? undefined : JSON.parse(text)) as Reply;
}

export const isRefused = (error: unknown, status: number): error is ApiError =>
  error instanceof ApiError && error.status === status;
