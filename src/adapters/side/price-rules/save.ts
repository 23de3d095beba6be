import type { Kysely } from 'kysely';
import type { Problem } from '../../../domain/problem.ts';
import type { BulkResult, PriceRuleBatch, PriceRuleMode } from '../../../shop/shop.ts';
import { createBulkTally } from '../../../shop/tally.ts';
import type { CmsContext } from '../../cms-context.ts';
import { mergeRules } from './merge.ts';
import { warnOfDuplicates, warnOfUnknownCustomers, warnOfUnknownProducts } from './parked.ts';
import { readTouched } from './read.ts';
import { withStagedRules } from './stage.ts';

/** What a CMS adds to the keeping of price rules. */
export interface PriceRuleHooks<Sql> {
  /** Those of these references that the shop has, folded. */
  knownReferences(sql: Sql, references: readonly string[]): Promise<ReadonlySet<string>>;
  /** Gives the rules of these references, folded, their effect in the shop; warns of those that can have none. */
  project?(sql: Sql, references: readonly string[]): Promise<readonly Problem[]>;
}

export interface PriceRuleMessage {
  readonly batches: AsyncIterable<PriceRuleBatch>;
  readonly mode: PriceRuleMode;
}

/** The rules are kept as the ERP said them, in one transaction once the message is whole. */
export const savePriceRules = <Tables>(
  { database, sideOf, now }: CmsContext<Tables>,
  { batches, mode }: PriceRuleMessage,
  { knownReferences, project = async () => [] }: PriceRuleHooks<Kysely<Tables>>,
): Promise<BulkResult> =>
  database.stage((staging) => {
    const staged = createBulkTally();
    return withStagedRules(staging.sql, { batches, tally: staged }, () =>
      staging.write(async (sql) => {
        // A transaction that is run again counts anew.
        const tally = createBulkTally();
        tally.refused.addAll(staged.refused);
        await warnOfDuplicates(sql, tally);
        await warnOfUnknownProducts(sql, tally, (references) => knownReferences(sql, references));
        await warnOfUnknownCustomers(sql, tally);
        await mergeRules(sideOf(sql), { mode, now: now(), tally });
        for await (const references of readTouched(sql))
          for (const warning of await project(sql, references)) tally.warnings.add(warning);
        return tally.result();
      }),
    );
  });
