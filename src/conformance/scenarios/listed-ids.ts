import type { Session } from '../session/session.ts';
import type { Texts } from '../texts.ts';
import { type CatalogueList, type CatalogueReading, readCatalogue } from './catalogue.ts';

/** The ids under which a reference stands in a list. The shop's own records hang on them. */
const idsOf = ({ entries }: CatalogueReading, reference: string): string[] =>
  entries.filter((entry) => entry.reference === reference).map((entry) => entry.id);

export const readIds = async (session: Session, list: CatalogueList, reference: string): Promise<string[]> =>
  idsOf(await readCatalogue(session, list, [reference]), reference);

interface IdComparison {
  readonly ok: boolean;
  readonly found: Texts;
  readonly expected: Texts;
}

/** Whether a reference still has the ids that it had; undefined where they are not known. */
export function compareIds(
  reading: CatalogueReading,
  reference: string,
  ids: readonly string[] = [],
): IdComparison | undefined {
  if (ids.length === 0) return undefined;
  const found = describeIds(reference, idsOf(reading, reference));
  const expected = describeIds(reference, ids);
  return { ok: found.en === expected.en, found, expected };
}

const describeIds = (reference: string, ids: readonly string[]): Texts => ({
  fr: `« ${reference} » avec l’id ${ids.join(', ')}`,
  en: `"${reference}" with the id ${ids.join(', ')}`,
});
