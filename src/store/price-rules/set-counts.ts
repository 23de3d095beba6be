import type { PriceRuleKey } from '../../domain/price-rule.ts';
import type { RowWriter } from '../database.ts';

type RuleSet = Pick<PriceRuleKey, 'source' | 'rule'>;

/** Counts rules by set. A set may have several counts: they add up. */
export interface SetCounts {
  count(set: RuleSet, rules: number): void;
  /** Writes what was counted once it is `many` sets, so that memory does not grow with the message. */
  flush(many?: number): Promise<void>;
}

interface Count extends RuleSet {
  rules: number;
}

export function createSetCounts(writer: RowWriter): SetCounts {
  let counts = new Map<string, Map<string, Count>>();
  let sets = 0;
  let last: Count | undefined;

  function countOf({ source, rule }: RuleSet): Count {
    const bySource = counts.get(source) ?? new Map<string, Count>();
    const known = bySource.get(rule);
    if (known) return known;
    const added = { source, rule, rules: 0 };
    counts.set(source, bySource.set(rule, added));
    sets += 1;
    return added;
  }

  return {
    count(set, rules) {
      // Rows of one set mostly follow each other.
      if (last?.source !== set.source || last.rule !== set.rule) last = countOf(set);
      last.rules += rules;
    },
    async flush(many = 0) {
      if (sets < many) return;
      for (const bySource of counts.values()) {
        for (const { source, rule, rules } of bySource.values()) {
          if (writer.add([source, rule, rules])) await writer.flush();
        }
      }
      counts = new Map();
      sets = 0;
      last = undefined;
      await writer.flush();
    },
  };
}
