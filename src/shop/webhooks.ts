import type { ChangeEvent } from '../domain/change-event.ts';
import type { Changes } from '../domain/changes.ts';
import type { EventKind } from '../domain/event-kind.ts';
import type { Page, PageQuery } from './pages.ts';

/** The addresses that are told of changes. Instants are ISO 8601 in UTC. */
export interface Webhooks {
  /** Oldest first. */
  webhooks(): Promise<readonly Webhook[]>;
  /** It is told of what changes from now on. Another one under its id rejects with `value_conflict`. */
  addWebhook(webhook: NewWebhook): Promise<void>;
  /** Gives false when there is no such webhook. */
  changeWebhook(id: string, changes: WebhookChanges): Promise<boolean>;
  /** With all that waits for it, and its log. Gives false when there is no such webhook. */
  removeWebhook(id: string): Promise<boolean>;
  /** Attempts, newest first, in batches. */
  deliveries(filter: DeliveryFilter): AsyncIterable<readonly Delivery[]>;
  /** The same, from a place on: what came later does not move it. */
  deliveryPage(query: DeliveryFilter & PageQuery): Promise<Page<Delivery>>;
  /**
   * Puts events that were told before into the queue again, as far as the feed keeps them; each keeps its id. Gives how
   * many. Rejects with `webhook_unknown`, `event_unknown`.
   */
  resend(id: string, what: Resend, at: string): Promise<number>;
  /** Drops attempts that began before that instant, in small steps. Gives how many. */
  pruneDeliveries(before: string): Promise<number>;
}

/** What a person or a program decides of a webhook. */
export interface NewWebhook {
  /** Short, to name it in commands. */
  readonly id: string;
  readonly url: string;
  /** What it is for. */
  readonly label: string;
  /** None: all changes. */
  readonly kinds: readonly EventKind[];
  /** `whsec_…`: kept as it is, since every message is signed with it. */
  readonly secret: string;
  readonly createdAt: string;
}

export interface Webhook extends NewWebhook {
  /** Signs beside the other until `previousUntil`. */
  readonly previousSecret?: string;
  readonly previousUntil?: string;
  /** Nothing is delivered while it is. */
  readonly disabledAt?: string;
  readonly disabledBecause?: DisabledBecause;
  /** Since when no delivery succeeded, though some were tried. */
  readonly failingSince?: string;
  /** Changes up to this cursor were looked at: delivered, given up, or waiting. */
  readonly cursor: number;
  /** Changes that the feed had dropped before they could be looked at. */
  readonly missed: number;
  /** Events that wait: to be sent, or to be tried again. */
  readonly waiting: number;
}

/** A webhook as it is shown: neither secret is told again. */
export const withoutSecrets = ({
  secret: _,
  previousSecret: __,
  ...webhook
}: Webhook): Omit<Webhook, 'secret' | 'previousSecret'> => webhook;

export const DISABLED_BECAUSE = ['failing', 'gone', 'by_hand'] as const;
/** `failing`: for days; `gone`: it answered 410; `by_hand`: somebody said so. */
export type DisabledBecause = (typeof DISABLED_BECAUSE)[number];

export type WebhookChanges = Changes<
  Pick<
    Webhook,
    | 'url'
    | 'label'
    | 'kinds'
    | 'secret'
    | 'previousSecret'
    | 'previousUntil'
    | 'disabledAt'
    | 'disabledBecause'
    | 'failingSince'
  >
>;

export const DELIVERY_OUTCOMES = ['delivered', 'failed', 'gave_up'] as const;
/** `failed`: it is tried again; `gave_up`: it is not. */
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** One attempt. */
export interface Delivery {
  readonly webhook: string;
  /** Of the event. */
  readonly sequence: number;
  readonly event: string;
  /** `product.updated` */
  readonly type: EventKind;
  readonly key: string;
  /** When it began. */
  readonly at: string;
  /** 1, 2, 3 … of this event. */
  readonly attempt: number;
  readonly outcome: DeliveryOutcome;
  /** Of the answer, if one came. */
  readonly status?: number;
  /** What kept an answer from coming, in English. */
  readonly error?: string;
  readonly durationMs: number;
  /** The first bytes of the answer's body, as text. */
  readonly answer?: string;
  /** Of a failed attempt: when the next one is due. */
  readonly retryAt?: string;
}

export interface DeliveryFilter {
  readonly webhook?: string;
  readonly outcomes?: readonly DeliveryOutcome[];
  /** The id of an event. */
  readonly event?: string;
  readonly limit?: number;
}

/** One event by its id, all of a time (`since` inclusive, `until` exclusive), or all that were given up. */
export type Resend =
  | { readonly event: string }
  | { readonly since: string; readonly until?: string }
  | { readonly failed: true };

/**
 * What waits to be delivered, for whoever delivers. It outlives every crash; an event leaves it only when its delivery,
 * or that it was given up, is durable. So each event is delivered at least once.
 */
export interface WebhookQueue {
  /**
   * Moves a webhook's cursor over the next changes, and puts those that it wants into its queue, in one transaction.
   * Changes that the feed has dropped are counted as missed. Nothing is taken in while as many records wait as
   * MOST_RECORDS_WAITING: the feed keeps the rest.
   */
  takeIn(id: string, at: string): Promise<TakenIn>;
  /**
   * Events that may be sent now, those that are due for the longest first: of each record only its oldest event, so that
   * none is delivered before an earlier one that is still to be tried again.
   */
  due(id: string, at: string, limit: number): Promise<readonly DueEvent[]>;
  /** Notes what came of attempts: what was delivered or given up leaves the queue. */
  settle(id: string, deliveries: readonly Delivery[]): Promise<void>;
  /**
   * Renews a lease that is the owner's, takes one that is free, and takes one over that is as `stale` says: the owner has
   * watched it long enough. Gives who holds it now.
   */
  holdLease(name: string, owner: string, stale?: Lease): Promise<Lease>;
  /** Frees a lease that is the owner's. */
  releaseLease(name: string, owner: string): Promise<void>;
}

/** Of one webhook: records of which an event waits to be sent or to be tried again. */
export const MOST_RECORDS_WAITING = 500;

export interface TakenIn {
  /** Changes that were looked at. */
  readonly seen: number;
  /** Those that are wanted. */
  readonly queued: number;
  readonly missed: number;
}

export interface DueEvent {
  readonly event: ChangeEvent;
  /** Attempts so far. */
  readonly attempts: number;
}

/** All that is kept of webhooks. */
export interface WebhookParts extends Webhooks, WebhookQueue {}

/** Who does what only one may do. The holder counts on, so that others see that he lives, whatever their clocks say. */
export interface Lease {
  readonly owner: string;
  readonly beat: number;
}
