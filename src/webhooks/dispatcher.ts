import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PasserelleError } from '../domain/error.ts';
import type { Webhook, WebhookParts } from '../shop/webhooks.ts';
import { createLeaseHolder } from './lease.ts';
import type { LineEvents } from './line.ts';
import { createLines } from './lines.ts';
import type { Sender } from './send.ts';
import { createWaker } from './waker.ts';

/** Delivers the events of one shop, as long as no other process does. */
export interface Dispatcher {
  /** As last read. */
  webhooks(): readonly Webhook[];
  /** Waits for what is under way, for so long at most; what is broken off is sent again by whoever delivers next. */
  stop(graceMs: number): Promise<void>;
}

export interface DispatcherOptions {
  /** Undefined while the shop's store is not open. */
  parts(): WebhookParts | undefined;
  readonly sender: Sender;
  readonly events: LineEvents & {
    /** The store failed; it is tried again. */
    onFailure(error: unknown): void;
  };
  /** How long an address may fail before nothing more is sent there. */
  readonly disableAfterMs: number;
  /** Requests to one address at the same time; 8 by default. */
  readonly concurrency?: number;
  /** How often is looked for what is new, where nothing is under way; 500 by default. */
  readonly pollMs?: number;
  /** How long a process that died is waited for; 9,000 by default. */
  readonly leaseMs?: number;
  readonly now?: () => Date;
  readonly random?: () => number;
}

const CONCURRENCY = 8;
const POLL_MS = 500;
const LEASE_MS = 9000;
/** How old the list of webhooks may be: a change takes effect within this time. */
const LIST_MS = 1000;
/** After a failure of the store. */
const PAUSE_MS = 2000;
const LEASE = 'webhooks';

export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const { parts: partsOf, pollMs = POLL_MS, leaseMs = LEASE_MS } = options;
  const lease = createLeaseHolder({
    name: LEASE,
    owner: randomUUID(),
    leaseMs,
    now: () => performance.now(),
  });
  const stopping = new AbortController();
  const waker = createWaker();
  const lines = createLines({
    sender: options.sender,
    concurrency: options.concurrency ?? CONCURRENCY,
    disableAfterMs: options.disableAfterMs,
    now: options.now ?? (() => new Date()),
    random: options.random ?? Math.random,
    wake: waker.wake,
    events: {
      onDelivery: (delivery) => options.events.onDelivery(delivery),
      onMissed: (webhook, missed) => options.events.onMissed(webhook, missed),
      onDisabled(webhook, because) {
        listedAt = Number.NEGATIVE_INFINITY;
        options.events.onDisabled(webhook, because);
      },
    },
  });
  let list: readonly Webhook[] = [];
  let listedAt = Number.NEGATIVE_INFINITY;

  async function readList(parts: WebhookParts): Promise<readonly Webhook[]> {
    if (performance.now() - listedAt > LIST_MS) {
      list = await parts.webhooks();
      listedAt = performance.now();
    }
    return list.filter(({ disabledAt }) => disabledAt === undefined);
  }

  async function round(): Promise<boolean> {
    const parts = partsOf();
    if (!parts) return false;
    const active = await readList(parts);
    await lines.endOthers(active, parts);
    if (active.length === 0) await lease.release(parts);
    else if (await lease.renew(parts)) return advance(active, parts);
    lines.breakOff();
    return false;
  }

  async function advance(active: readonly Webhook[], parts: WebhookParts): Promise<boolean> {
    let busy = false;
    for (const webhook of active) {
      if (!lease.isHeld()) break;
      busy = (await step(webhook, parts)) || busy;
    }
    return busy;
  }

  async function step(webhook: Webhook, parts: WebhookParts): Promise<boolean> {
    try {
      return await lines.of(webhook.id).advance(webhook, parts);
    } catch (error) {
      if (!(error instanceof PasserelleError) || error.problem.reason !== 'webhook_unknown') throw error;
      // It was removed since the list was read.
      listedAt = Number.NEGATIVE_INFINITY;
      return false;
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if (!(await round())) await waker.wait(pollMs);
      } catch (error) {
        options.events.onFailure(error);
        await waker.wait(PAUSE_MS);
      }
    }
  }

  /** The lease is kept meanwhile: nobody else is to send what is under way. */
  async function drain(parts: WebhookParts, until: number): Promise<void> {
    for (let left = until - performance.now(); left > 0; left = until - performance.now()) {
      const pause = sleep(Math.min(left, leaseMs / 3), 'pause', { ref: false });
      if ((await Promise.race([lines.idle(), pause])) !== 'pause') return;
      await lease.renew(parts);
    }
  }

  async function end(until: number): Promise<void> {
    const parts = partsOf();
    if (!parts) return;
    await drain(parts, until);
    lines.breakOff();
    await lines.idle();
    await lines.settle(parts);
    await lease.release(parts);
  }

  // Should the store hang in the middle of a step, and the lease run out meanwhile.
  const guard = setInterval(() => {
    if (!lease.isHeld()) lines.breakOff();
  }, leaseMs / 6).unref();
  const running = run();
  return {
    webhooks: () => list,
    async stop(graceMs) {
      stopping.abort();
      waker.wake();
      await running;
      await end(performance.now() + graceMs).catch(options.events.onFailure);
      clearInterval(guard);
    },
  };
}
