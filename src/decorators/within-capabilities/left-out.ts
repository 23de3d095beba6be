import { PasserelleError } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import type { BulkResult } from '../../shop/shop.ts';
import { createCollector, withFindings } from '../../shop/tally.ts';

/** What was left out of a bulk message before the shop saw it: all of it counted, the first hundred kept. */
export interface LeftOut {
  /** Gives undefined for a record that is refused. */
  fit<Change>(
    work: () => { readonly change: Change; readonly warnings: readonly Problem[] },
  ): Change | undefined;
  /** What the shop says of the rest, with this before it. */
  addTo(result: BulkResult): BulkResult;
}

export function createLeftOut(): LeftOut {
  const warnings = createCollector();
  const refused = createCollector();
  return {
    fit(work) {
      try {
        const fitted = work();
        warnings.addAll({ count: fitted.warnings.length, kept: fitted.warnings });
        return fitted.change;
      } catch (error) {
        if (!(error instanceof PasserelleError)) throw error;
        refused.add(error.problem);
        return undefined;
      }
    },
    addTo: (result) => withFindings(result, { refused, warnings }),
  };
}
