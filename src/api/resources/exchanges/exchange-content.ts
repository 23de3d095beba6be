import type { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Transformations } from '../../../domain/transformation.ts';
import type { ExchangeSummary } from '../../../shop/journal.ts';
import { describe, type Language } from '../../../shop/wording.ts';
import type { exchange, exchangeSummary } from '../../schemas/exchange.ts';

type SummaryContent = z.input<typeof exchangeSummary>;

export function summaryContent(summary: ExchangeSummary, language: Language): SummaryContent {
  const { problem, warnings, ...rest } = summary;
  return {
    ...rest,
    warnings: warnings.map((warning) => remark(warning, language)),
    ...(problem && { problem: remark(problem, language) }),
  };
}

export const transformedContent = (
  { count, kept }: Transformations,
  language: Language,
): NonNullable<z.input<typeof exchange>['transformed']> => ({
  count,
  kept: kept.map(({ changes, difference, problem, ...step }) => ({
    ...step,
    ...(changes && { changes: [...changes] }),
    ...(difference && { difference: [...difference] }),
    ...(problem && { problem: remark(problem, language) }),
  })),
});

/** A warning, or what was wrong, in a sentence. */
export const remark = (problem: Problem, language: Language): SummaryContent['warnings'][number] => {
  const { reason, record, field } = problem;
  return { reason, detail: describe(problem, language), ...defined({ record, field }) };
};
