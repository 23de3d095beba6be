import type { Problem } from '../../domain/problem.ts';
import type { BulkResult } from '../../shop/shop.ts';
import { createCollector } from '../../shop/tally.ts';
import type { DecodedRecord } from '../../wire/messages/codec.ts';
import { inWireNames } from '../../wire/messages/field-names.ts';

/** Collects what a bulk message's decoding refused or remarked. */
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

export function createRefusals(): Refusals {
  const refused = createCollector();
  const warnings = createCollector();
  let seen = 0;
  return {
    accept(decoded): decoded is Extract<typeof decoded, { readonly ok: true }> {
      seen++;
      if (decoded.ok) for (const warning of decoded.warnings) warnings.add(warning);
      else refused.add(decoded.problem);
      return decoded.ok;
    },
    warn: (warning) => warnings.add(warning),
    seen: () => seen,
    mergeInto(result) {
      refused.addAll({ count: result.refusedCount, kept: result.refused.map(inWireNames) });
      warnings.addAll({ count: result.warningCount, kept: result.warnings });
      return {
        ...result,
        refused: refused.kept,
        refusedCount: refused.count,
        warnings: warnings.kept,
        warningCount: warnings.count,
      };
    },
  };
}
