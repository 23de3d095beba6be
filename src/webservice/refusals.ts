import type { Problem } from '../domain/problem.ts';
import type { BulkResult } from '../shop/shop.ts';
import type { DecodedRecord } from '../wire/messages/codec.ts';

/** Collects what a bulk message's decoding refused or remarked: all are counted, the first hundred are kept. */
export interface Refusals {
  /** Counts the record; narrows to the decoded ones. */
  accept<T, Keep>(
    decoded: DecodedRecord<T, Keep>,
  ): decoded is Extract<DecodedRecord<T, Keep>, { readonly ok: true }>;
  warn(warning: Problem): void;
  seen(): number;
  /** The shop's own result with the decoding's refusals and warnings before it. */
  mergeInto(result: BulkResult): BulkResult;
}

const MOST_KEPT = 100;

export function createRefusals(): Refusals {
  const refused: Problem[] = [];
  const warnings: Problem[] = [];
  let refusedCount = 0;
  let warningCount = 0;
  let seen = 0;

  const warn = (warning: Problem): void => {
    warningCount++;
    if (warnings.length < MOST_KEPT) warnings.push(warning);
  };

  return {
    accept(decoded): decoded is Extract<typeof decoded, { readonly ok: true }> {
      seen++;
      if (decoded.ok) {
        for (const warning of decoded.warnings) warn(warning);
        return true;
      }
      refusedCount++;
      if (refused.length < MOST_KEPT) refused.push(decoded.problem);
      return false;
    },
    warn,
    seen: () => seen,
    mergeInto: (result) => ({
      ...result,
      refused: [...refused, ...result.refused].slice(0, MOST_KEPT),
      refusedCount: refusedCount + result.refusedCount,
      warnings: [...warnings, ...result.warnings].slice(0, MOST_KEPT),
      warningCount: warningCount + result.warningCount,
    }),
  };
}
