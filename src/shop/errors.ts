import type { ProblemCode } from '../domain/problem.ts';

/** What one kind of error means to everybody outside. Pinned by a test, and equal to docs/errors.md. */
export interface ErrorMeaning {
  /** Of the reply on the connector's endpoint: 200 with `<error>`, as the protocol wants; 503 stops its whole run. */
  readonly wireStatus: 200 | 503;
  /** Of the JSON API, and of the documents push, where the sender retries until 200. */
  readonly httpStatus: number;
  readonly exitCode: number;
  readonly logLevel: 'info' | 'warn' | 'error';
  readonly retryable: boolean;
}

export const ERROR_MEANINGS: Readonly<Record<ProblemCode, ErrorMeaning>> = {
  unauthorized: { wireStatus: 200, httpStatus: 401, exitCode: 1, logLevel: 'warn', retryable: false },
  unknown_resource: { wireStatus: 200, httpStatus: 404, exitCode: 1, logLevel: 'warn', retryable: false },
  unreadable: { wireStatus: 200, httpStatus: 400, exitCode: 1, logLevel: 'warn', retryable: false },
  too_large: { wireStatus: 200, httpStatus: 413, exitCode: 1, logLevel: 'warn', retryable: false },
  missing_field: { wireStatus: 200, httpStatus: 422, exitCode: 1, logLevel: 'info', retryable: false },
  invalid_value: { wireStatus: 200, httpStatus: 422, exitCode: 1, logLevel: 'info', retryable: false },
  unknown_reference: { wireStatus: 200, httpStatus: 404, exitCode: 1, logLevel: 'info', retryable: false },
  conflict: { wireStatus: 200, httpStatus: 409, exitCode: 1, logLevel: 'info', retryable: false },
  partly_refused: { wireStatus: 200, httpStatus: 422, exitCode: 1, logLevel: 'info', retryable: false },
  unsupported: { wireStatus: 200, httpStatus: 501, exitCode: 1, logLevel: 'info', retryable: false },
  store_unavailable: { wireStatus: 503, httpStatus: 503, exitCode: 2, logLevel: 'error', retryable: true },
  internal: { wireStatus: 200, httpStatus: 500, exitCode: 2, logLevel: 'error', retryable: false },
};
