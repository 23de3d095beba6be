import type { ProblemCode } from '../domain/problem.ts';

/** What one kind of error means to everybody outside. Pinned by a test, and equal to docs/errors.md. */
export interface ErrorMeaning {
  /** What the JSON API calls it in one line, whatever the case at hand. */
  readonly title: string;
  /** Of the reply on the connector's endpoint: 200 with `<error>`, as the protocol wants; 503 stops its whole run. */
  readonly wireStatus: 200 | 503;
  /** Of the JSON API, and of the documents push, where the sender retries until 200. */
  readonly httpStatus: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 422 | 429 | 500 | 501 | 503;
  readonly exitCode: number;
  readonly logLevel: 'info' | 'warn' | 'error';
  /** Whether the same call may succeed later without any change. */
  readonly retryable: boolean;
}

type Numbers = readonly [
  wireStatus: ErrorMeaning['wireStatus'],
  httpStatus: ErrorMeaning['httpStatus'],
  exitCode: number,
];

const meaning = (
  title: string,
  [wireStatus, httpStatus, exitCode]: Numbers,
  { logLevel, retryable = false }: Pick<ErrorMeaning, 'logLevel'> & Partial<ErrorMeaning>,
): ErrorMeaning => ({ title, wireStatus, httpStatus, exitCode, logLevel, retryable });

export const ERROR_MEANINGS: Readonly<Record<ProblemCode, ErrorMeaning>> = {
  unauthorized: meaning('Not authorized', [200, 401, 1], { logLevel: 'warn' }),
  forbidden: meaning('Not allowed', [200, 403, 1], { logLevel: 'warn' }),
  unknown_resource: meaning('Nothing at this address', [200, 404, 1], { logLevel: 'warn' }),
  wrong_method: meaning('Method not allowed', [200, 405, 1], { logLevel: 'warn' }),
  unreadable: meaning('Unreadable', [200, 400, 1], { logLevel: 'warn' }),
  too_large: meaning('Too large', [200, 413, 1], { logLevel: 'warn' }),
  missing_field: meaning('Missing field', [200, 422, 1], { logLevel: 'info' }),
  invalid_value: meaning('Invalid value', [200, 422, 1], { logLevel: 'info' }),
  unknown_reference: meaning('No such record', [200, 404, 1], { logLevel: 'info' }),
  conflict: meaning('Conflict', [200, 409, 1], { logLevel: 'info' }),
  expired: meaning('Not kept any more', [200, 410, 1], { logLevel: 'info' }),
  partly_refused: meaning('Partly refused', [200, 422, 1], { logLevel: 'info' }),
  rate_limited: meaning('Too many requests', [200, 429, 1], { logLevel: 'warn', retryable: true }),
  transform_failed: meaning('A transformation failed', [200, 500, 2], { logLevel: 'error' }),
  unsupported: meaning('Not supported', [200, 501, 1], { logLevel: 'info' }),
  store_unavailable: meaning('Store unavailable', [503, 503, 2], { logLevel: 'error', retryable: true }),
  internal: meaning('Internal error', [200, 500, 2], { logLevel: 'error' }),
};
