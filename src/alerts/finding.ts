import type { Alert } from '../shop/alerts.ts';
import type { GuardDesk } from '../shop/guard-desk.ts';
import type { Journal } from '../shop/journal.ts';
import type { OrderDesk } from '../shop/order-desk.ts';
import type { Quotes } from '../shop/quotes.ts';

/** Something that holds now. */
export type Finding = Pick<Alert, 'kind' | 'subject' | 'facts'>;

/** From when on something is worth telling. */
export interface AlertSettings {
  /** How long an order that was read may wait for its confirmation, in minutes. */
  readonly unconfirmedMinutes: number;
  /** How long no run may come, in hours. */
  readonly silentHours: number;
  /** Which share of a run's exchanges may be refused or fail, in percent. */
  readonly refusedPercent: number;
  /** How often one record may be refused within a day. */
  readonly refusedTimes: number;
}

/** What of a shop is looked at; what it has not, is not. */
export interface AlertSources {
  readonly journal: Pick<Journal, 'runs' | 'exchanges'>;
  readonly orderDesk?: Pick<OrderDesk, 'orderPage'> | undefined;
  readonly quotes?: Pick<Quotes, 'priceConflicts'> | undefined;
  readonly guardDesk?: Pick<GuardDesk, 'holds'> | undefined;
}

export interface Look {
  readonly sources: AlertSources;
  readonly settings: AlertSettings;
  readonly now: Date;
  /** IANA name of the shop's zone. */
  readonly timeZone: string;
}
