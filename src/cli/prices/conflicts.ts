import { fail } from '../../domain/error.ts';
import type { PriceConflict } from '../../domain/pricing/conflicts.ts';
import { wholePlaces } from '../../shop/conflict-page.ts';
import { explainConflict } from '../../shop/price-wording.ts';
import type { ConflictPlace, Quotes } from '../../shop/quotes.ts';
import type { Language } from '../../shop/wording.ts';
import { printable, type Terminal, writeLine } from '../terminal.ts';
import { PRICES_WORDING } from '../wording/prices.ts';
import { createLookProgress } from './progress.ts';

export interface ConflictsOptions {
  readonly limit?: string;
  /** The place of the last one that was shown. */
  readonly after?: string;
  readonly afterCustomer?: string;
  readonly json?: boolean;
  readonly terminal: Terminal;
  readonly language: Language;
}

/** Each page's contradictions as soon as they are found; how many there are, and how far it has come, on standard error. */
export async function listConflicts(quotes: Quotes, options: ConflictsOptions): Promise<void> {
  const { terminal, language } = options;
  const wording = PRICES_WORDING[language];
  const limit = limitOf(options);
  const progress = createLookProgress(terminal.errors, wording);
  let rules = 0;
  let found = 0;
  let last: ConflictPlace | undefined;
  try {
    for await (const page of quotes.priceConflicts(placeOf(options))) {
      rules += page.rules;
      const shown = wholePlaces(page.conflicts, limit - found);
      found += shown.length;
      last = shown.at(-1) ?? last;
      if (shown.length > 0) {
        progress.clear();
        await writeLine(terminal.output, shown.flatMap((each) => linesOf(each, options)).join('\n'));
      }
      progress.looked(rules, found);
      if (found >= limit) break;
    }
  } finally {
    progress.stop();
  }
  await writeLine(
    terminal.errors,
    last && found >= limit ? wording.stopped(found, goingOn(last)) : wording.looked(rules, found),
  );
}

function placeOf({ after, afterCustomer, language }: ConflictsOptions): ConflictPlace | undefined {
  if (after !== undefined) return { reference: after, customer: afterCustomer ?? '' };
  if (afterCustomer === undefined) return undefined;
  throw fail('option_invalid', {
    field: '--after-customer',
    value: afterCustomer,
    expected: PRICES_WORDING[language].afterExpected,
  });
}

/** The options with which the list goes on. */
const goingOn = ({ reference, customer }: ConflictPlace): string =>
  [`--after=${word(reference)}`, ...(customer === '' ? [] : [`--after-customer=${word(customer)}`])].join(
    ' ',
  );

/** As a shell takes it. */
const word = (text: string): string =>
  /^[\w./-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", "'\\''")}'`;

function linesOf(conflict: PriceConflict, { json, language }: ConflictsOptions): readonly string[] {
  if (json) return [JSON.stringify(conflict)];
  const { title, rules } = explainConflict(conflict, language);
  return [title, ...rules.map((rule) => `  ${rule}`)].map(printable);
}

function limitOf({ limit, language }: ConflictsOptions): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,8}$/.test(limit)) return Number(limit);
  throw fail('option_invalid', {
    field: '--limit',
    value: limit,
    expected: PRICES_WORDING[language].limitExpected,
  });
}
