/** What somebody should look at, as it was found. Instants are ISO 8601 in UTC. */
export interface AlertBook {
  /** Those that hold, oldest first. */
  openAlerts(): Promise<readonly Alert[]>;
  /** The last hundred, newest first; those that are over too. */
  alerts(): Promise<readonly Alert[]>;
  /** Writes alerts as they are now, all or none. */
  saveAlerts(alerts: readonly Alert[]): Promise<void>;
}

/**
 * `order_unconfirmed`: an order was read by the ERP and not confirmed; `link_silent`: no run has come; `refusals_rising`: many
 * more exchanges fail than before; `refused_again`: one record is refused again and again; `prices_contradict`: price rules
 * between which only the price decides; `run_held`: the guard has stopped a run.
 */
export const ALERT_KINDS = [
  'order_unconfirmed',
  'link_silent',
  'refusals_rising',
  'refused_again',
  'prices_contradict',
  'run_held',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export type AlertFacts = Readonly<Record<string, string | number>>;

export interface Alert {
  /** Of one time that it held. */
  readonly id: string;
  readonly kind: AlertKind;
  /** What it is about: an order's id, a resource and reference; empty: the shop. */
  readonly subject: string;
  readonly facts: AlertFacts;
  readonly raisedAt: string;
  /** When it was last found to hold. */
  readonly seenAt: string;
  /** When people were last told. */
  readonly toldAt?: string;
  /** When it was found to hold no more. */
  readonly resolvedAt?: string;
}
