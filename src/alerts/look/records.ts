import type { ExchangeSummary } from '../../shop/journal.ts';
import { describe } from '../../shop/wording.ts';
import type { Finding, Look } from '../finding.ts';

const DAY_MS = 86_400_000;
/** Of the last refusals; where there are more, other alerts say so. */
const LOOKED_AT = 2000;
const MOST = 20;

/** Records that are refused again and again: nobody will mend what nobody sees. */
export async function refusedAgain({ sources, settings, now }: Look): Promise<readonly Finding[]> {
  const refused = (
    await Array.fromAsync(
      sources.journal.exchanges({
        since: new Date(now.getTime() - DAY_MS).toISOString(),
        outcomes: ['refused', 'failed'],
        limit: LOOKED_AT,
      }),
    )
  ).flat();
  // Who replays looks at it already.
  const named = refused.filter(({ reference, replayOf }) => reference !== '' && replayOf === undefined);
  const groups = Map.groupBy(named, ({ resource, reference }) => `${resource} ${reference}`);
  return [...groups]
    .filter(([, exchanges]) => exchanges.length >= settings.refusedTimes)
    .slice(0, MOST)
    .map(([subject, exchanges]) => findingOf(subject, exchanges));
}

function findingOf(subject: string, exchanges: readonly ExchangeSummary[]): Finding {
  const [last] = exchanges;
  const problem = last?.problem;
  return {
    kind: 'refused_again',
    subject,
    facts: {
      times: exchanges.length,
      ...(last && { exchange: last.id }),
      ...(problem && { fr: describe(problem, 'fr'), en: describe(problem, 'en') }),
    },
  };
}
