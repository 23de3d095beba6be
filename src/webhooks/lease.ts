import type { Lease, WebhookQueue } from '../shop/webhooks.ts';

/** Whether this process is the one that delivers. */
export interface LeaseHolder {
  isHeld(): boolean;
  /** Asks again when it is time; gives whether it is held. */
  renew(queue: Pick<WebhookQueue, 'holdLease'>): Promise<boolean>;
  release(queue: Pick<WebhookQueue, 'releaseLease'>): Promise<void>;
}

export interface LeaseOptions {
  readonly name: string;
  readonly owner: string;
  /** How long a holder that does not renew is waited for. */
  readonly leaseMs: number;
  /** A clock that nobody sets, in milliseconds. */
  readonly now: () => number;
}

/**
 * No clock of two machines is compared: who wants the lease watches, on his own clock, whether its holder counts on; the
 * holder gives up, on his, before anybody may have watched for long enough.
 */
export function createLeaseHolder({ name, owner, leaseMs, now }: LeaseOptions): LeaseHolder {
  let heldUntil = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let others: { readonly lease: Lease; readonly since: number } | undefined;

  function watch(lease: Lease): void {
    const { owner: was, beat } = others?.lease ?? {};
    if (was !== lease.owner || beat !== lease.beat) others = { lease, since: now() };
  }

  const isHeld = (): boolean => now() < heldUntil;
  return {
    isHeld,
    async renew(queue) {
      if (now() - askedAt < leaseMs / 3) return isHeld();
      askedAt = now();
      const stale = others && askedAt - others.since >= leaseMs ? others.lease : undefined;
      const lease = await queue.holdLease(name, owner, stale);
      heldUntil = lease.owner === owner ? askedAt + leaseMs : Number.NEGATIVE_INFINITY;
      if (lease.owner === owner) others = undefined;
      else watch(lease);
      return isHeld();
    },
    async release(queue) {
      if (!isHeld()) return;
      heldUntil = Number.NEGATIVE_INFINITY;
      askedAt = Number.NEGATIVE_INFINITY;
      await queue.releaseLease(name, owner);
    },
  };
}
