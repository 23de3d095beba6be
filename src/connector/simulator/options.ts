import type { Edition, ErpProfile } from '../profiles/profile.ts';

export interface SimulatorOptions {
  /** Everything follows from it: an integer from 0 to 2³²−1. */
  readonly seed: number;
  readonly profile: ErpProfile;
  /** What the ERP was bought with: without gammes or category prices in it, it has none. All that it can by default. */
  readonly edition?: Pick<Edition, 'gammes' | 'categoryPrices'>;
  /** Articles at the start; 500 by default. */
  readonly articles?: number;
  /** How many of the articles have gammes; a twentieth by default. */
  readonly withGammes?: number;
  /** 100 by default. */
  readonly customers?: number;
  /** Rows of the price lists; 1,000 by default. */
  readonly priceRules?: number;
  /** The simulated first day, `yyyy-mm-dd`. */
  readonly startDate?: string;
  /** Gives quantities apart from the articles (`ErpSource.stock`) instead of within them. */
  readonly stockApart?: boolean;
  /** Where the imported orders and the clock are kept; in memory, and gone at `close`, without it. */
  readonly folder?: string;
}

/** What all data follow from. */
export type World = Readonly<Required<Omit<SimulatorOptions, 'folder' | 'edition'>>>;

export function worldFromOptions({ folder: _, edition, ...options }: SimulatorOptions): World {
  const { profile, articles = 500, withGammes = Math.floor(articles / 20) } = options;
  return {
    customers: 100,
    priceRules: 1_000,
    startDate: '2026-01-05',
    stockApart: false,
    ...options,
    articles,
    withGammes: Math.min(articles, withGammes),
    profile: {
      ...profile,
      gammes: profile.gammes && (edition?.gammes ?? true),
      categoryPrices: profile.categoryPrices && (edition?.categoryPrices ?? true),
    },
  };
}

/** Tells worlds of different records apart, in a file's name. */
export const worldName = ({ seed, articles, withGammes, customers, priceRules, startDate }: World): string =>
  [seed, articles, withGammes, customers, priceRules, startDate].join('-');
