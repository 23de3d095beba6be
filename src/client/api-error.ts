import type { ProblemDocument } from '../api/schemas/problem-document.ts';

/** A call that was not answered with success. */
export class ApiError extends Error {
  readonly status: number;
  /** Undefined where the answer came from something before the server, such as a proxy. */
  readonly problem: ProblemDocument | undefined;
  /** Seconds to wait before another try, where the server says it. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    { problem, retryAfter }: { readonly problem?: ProblemDocument; readonly retryAfter?: number },
  ) {
    super(problem?.detail ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** Stable: `unknown_reference`, `rate_limited` … Undefined where there is no problem document. */
  get code(): ProblemDocument['code'] | undefined {
    return this.problem?.code;
  }
}

export async function errorFrom(response: Response): Promise<ApiError> {
  const { status, headers } = response;
  const text = await response.text();
  const isProblem = (headers.get('content-type') ?? '').startsWith('application/problem+json');
  // What the server calls a problem is one.
  const problem: ProblemDocument | undefined = isProblem ? JSON.parse(text) : undefined;
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  return new ApiError(status, {
    ...(problem && { problem }),
    ...(Number.isFinite(retryAfter) && { retryAfter }),
  });
}
