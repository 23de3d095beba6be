import { said, searchText } from '../../app/search.ts';
import { outcomesOf, TONES, type Tone } from '../../parts/tone.ts';

/** What of the journal is shown; it stands in the page's address. */
export interface ExchangeFilter {
  readonly reference?: string;
  readonly resource?: string;
  readonly tone?: Tone;
  /** `24h`, or an instant. */
  readonly since?: string;
  /** A run's id. */
  readonly run?: string;
}

export const PERIODS = ['1h', '24h', '48h', '168h'] as const;

/** From the address, where anything may stand. */
export function readExchangeFilter(search: Readonly<Record<string, unknown>>): ExchangeFilter {
  const tone = TONES.find((each) => each === search.tone);
  const since = searchText(search.since);
  const isPeriod = since !== undefined && (hoursOf(since) !== undefined || !Number.isNaN(Date.parse(since)));
  return said<ExchangeFilter>({
    reference: searchText(search.reference),
    resource: searchText(search.resource),
    tone,
    since: isPeriod ? since : undefined,
    run: searchText(search.run),
  });
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const hoursOf = (since: string): number | undefined => {
  const [, hours] = /^(\d{1,4})h$/.exec(since) ?? [];
  return hours === undefined ? undefined : Number(hours);
};

/** As the API asks; to the minute, so that the question stays the same while a page is looked at. */
export function exchangeQuery({ reference, resource, tone, since, run }: ExchangeFilter, now: number) {
  const hours = since === undefined ? undefined : hoursOf(since);
  const from =
    hours === undefined
      ? since
      : new Date(Math.floor((now - hours * HOUR_MS) / MINUTE_MS) * MINUTE_MS).toISOString();
  return {
    ...(reference !== undefined && { reference: reference.trim() }),
    ...(resource !== undefined && { resource }),
    ...(tone && { outcome: [...outcomesOf(tone)] }),
    ...(from !== undefined && { since: from }),
    ...(run !== undefined && { run }),
  };
}
