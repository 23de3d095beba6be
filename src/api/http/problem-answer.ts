import { PasserelleError } from '../../domain/error.ts';
import { defined } from '../../domain/optional.ts';
import { type Problem, type ProblemCode, problem, REASONS, type Reason } from '../../domain/problem.ts';
import { ERROR_MEANINGS } from '../../shop/errors.ts';
import { describe, type Language } from '../../shop/wording.ts';
import { REFERENCE_PATH } from '../base-path.ts';
import type { ProblemDocument } from '../schemas/problem-document.ts';
import type { Answer } from './answer.ts';

export interface ProblemContext {
  readonly language: Language;
  readonly requestId: string;
}

/** What is wrong, as the caller is told; a fault of ours is told by the request's id alone. */
export const problemOf = (error: unknown, requestId: string): Problem =>
  error instanceof PasserelleError ? error.problem : problem('internal', { exchange: requestId });

export function problemDocumentOf(
  failure: Problem,
  { language, requestId }: ProblemContext,
): ProblemDocument {
  const code = codeOf(failure.reason);
  const { title, httpStatus } = ERROR_MEANINGS[code];
  return defined({
    type: `${REFERENCE_PATH}#${code}`,
    title,
    status: httpStatus,
    detail: describe(failure, language),
    code,
    reason: failure.reason,
    field: failure.field,
    errors: failure.details?.map((detail) => fieldProblem(detail, language)),
    cursor: code === 'expired' ? Number(failure.expected) : undefined,
    requestId,
  });
}

export function problemAnswer(failure: Problem, context: ProblemContext): Answer {
  const document = problemDocumentOf(failure, context);
  const { status, code } = document;
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': context.language,
      'cache-control': 'no-store',
      ...(code === 'unauthorized' && { 'www-authenticate': 'Bearer' }),
      ...(code === 'store_unavailable' && { 'retry-after': '5' }),
    },
    body: JSON.stringify(document),
  };
}

function fieldProblem(failure: Problem, language: Language): FieldProblem {
  const { field = '', reason, expected, value } = failure;
  const isCompared = expected !== undefined && value !== undefined;
  return {
    field,
    reason,
    detail: describe(failure, language),
    ...(isCompared && { expected, got: value }),
  };
}

type FieldProblem = NonNullable<ProblemDocument['errors']>[number];

function codeOf(reason: Reason): ProblemCode {
  const code = REASONS[reason];
  return code === 'warning' ? 'internal' : code;
}
