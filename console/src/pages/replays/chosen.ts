import { searchText } from '../../app/search.ts';

/** Which exchanges a page is about; it stands in its address. */
export interface ChosenExchanges {
  /** Ids, with commas between. */
  readonly exchanges?: string;
  /** A run's id. */
  readonly run?: string;
}

/** As the API asks. */
export type Chosen = { readonly exchanges: string[] } | { readonly select: { readonly run: string } };

/** An address holds no more. */
export const MOST_CHOSEN = 200;

export function readChosenExchanges(search: Readonly<Record<string, unknown>>): ChosenExchanges {
  const [exchanges, run] = [searchText(search.exchanges), searchText(search.run)];
  return { ...(exchanges !== undefined && { exchanges }), ...(run !== undefined && { run }) };
}

export function chosenFrom({ exchanges, run }: ChosenExchanges): Chosen | undefined {
  if (exchanges !== undefined) return { exchanges: exchanges.split(',') };
  return run === undefined ? undefined : { select: { run } };
}
