import type { ExchangeFilter, ExchangeOutcome } from '../../shop/journal.ts';
import type { Conditions } from '../places.ts';

/** Adds what must hold, with the values that it names. */
type AddConditions = (conditions: Conditions) => void;

/** A way through exchanges in the order of their ids; together, the walks of a filter pass each exchange once. */
export interface ExchangeWalk {
  /** What an index has together, in that order, or the table itself. */
  readonly along: AddConditions;
  /** What has to be asked of each exchange beside. */
  readonly checks: AddConditions | undefined;
}

/** What most exchanges come to; all else is rare, and has indexes of its own. */
const USUAL: ReadonlySet<ExchangeOutcome> = new Set(['success', 'unchanged']);
/** As those indexes say it. */
const IS_RARE = `outcome NOT IN ('success', 'unchanged')`;

/** From what names few, usually, to what may name all. */
export function walksOf(filter: ExchangeFilter): readonly ExchangeWalk[] {
  const { reference, resource, outcomes = [] } = filter;
  const within = boundsOf(filter);
  const walk = (along: AddConditions, checks: readonly (AddConditions | false)[]): ExchangeWalk => {
    const asked = checks.filter((check) => check !== false);
    return {
      along: allOf([along, within]),
      checks: asked.length === 0 ? undefined : allOf(asked),
    };
  };
  const ofResource = resource !== undefined && isResource(resource);
  const ofOutcomes = outcomes.length > 0 && isOneOf(outcomes);
  if (reference) return [walk(isAbout(reference), [ofResource, ofOutcomes])];
  const isEmpty = reference === '' && isAboutNone;
  if (outcomes.length > 0 && !outcomes.some((outcome) => USUAL.has(outcome)))
    return [...new Set(outcomes)].map((outcome) => walk(isRare(outcome, resource), [isEmpty]));
  if (resource !== undefined) return [walk(isOf(resource), [ofOutcomes, isEmpty])];
  return [walk(() => {}, [ofOutcomes, isEmpty])];
}

const allOf =
  (all: readonly AddConditions[]): AddConditions =>
  (conditions) => {
    for (const add of all) add(conditions);
  };

// The index holds no empty references.
const isAbout =
  (reference: string): AddConditions =>
  ({ add, value }) =>
    add(`reference = ${value(reference)} AND reference <> ''`);

const isRare =
  (outcome: ExchangeOutcome, resource: string | undefined): AddConditions =>
  ({ add, value }) => {
    if (resource !== undefined) add(`resource = ${value(resource)}`);
    add(`outcome = ${value(outcome)} AND ${IS_RARE}`);
  };

const isOf =
  (resource: string): AddConditions =>
  ({ add, value }) =>
    add(`resource = ${value(resource)}`);

// Words that no index has: a planner might walk along that one instead.
const isResource =
  (resource: string): AddConditions =>
  ({ add, value }) =>
    add(`coalesce(resource, '') = ${value(resource)}`);

const isOneOf =
  (outcomes: readonly ExchangeOutcome[]): AddConditions =>
  ({ add, value }) =>
    add(`coalesce(outcome, '') IN (${outcomes.map(value).join(', ')})`);

const isAboutNone: AddConditions = ({ add }) => add(`coalesce(reference, '') = ''`);

/** Between which ids all of them are, and what all but a few of those fulfil. */
const boundsOf =
  ({ since, run, after }: ExchangeFilter): AddConditions =>
  ({ add, value }) => {
    if (after !== undefined) add(`id > ${value(after)}`);
    if (since !== undefined) add(`at >= ${value(since)} AND id >= ${value(firstIdSince(since))}`);
    if (run === undefined) return;
    const place = value(run);
    add(`run = ${place} AND id >= ${ofRun('first_id', place)} AND id <= ${ofRun('last_id', place)}`);
  };

const ofRun = (column: string, place: string): string =>
  `(SELECT ${column} FROM exchange_run WHERE exchange_run.id = ${place})`;

/**
 * A lower bound of the ids of exchanges at `since` or later, so that looking for the last hour does not walk through
 * the last year: a UUIDv7 begins with its milliseconds. A minute of leeway for clocks that were set back.
 */
function firstIdSince(since: string): string {
  const ms = Date.parse(since) - 60_000;
  if (!(ms > 0)) return '';
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
