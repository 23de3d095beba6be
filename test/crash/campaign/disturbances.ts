import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../../scripts/sample/random.ts';
import type { OwnPostgres } from '../../store/own-postgres.ts';
import type { Campaign } from './campaign.ts';

/** One kill of a server for so many calls, and one end of PostgreSQL, each at a moment that chance chooses. */
const CALLS_A_KILL = 200;
const CALLS_AN_OUTAGE = 400;
const LONGEST_DOWN_MS = 1500;
/** So that a moment does not depend on where a call begins. */
const LONGEST_DELAY_MS = 50;

export const plannedKills = (calls: number): number => Math.floor(calls / CALLS_A_KILL);
export const plannedOutages = (calls: number): number => Math.floor(calls / CALLS_AN_OUTAGE);

/**
 * SIGKILL for one server after another: now for the one that acknowledged a call this very moment, when what it had not
 * made durable is lost, now for any. Resolves once the last one is there again.
 */
export async function killServers(campaign: Campaign): Promise<void> {
  const random = createRandom(campaign.seed + 100);
  const returning: Promise<void>[] = [];
  for (let kill = 0; kill < plannedKills(campaign.calls); kill++) {
    await reached(campaign, kill * CALLS_A_KILL + random.integer(CALLS_A_KILL));
    const urls = campaign.servers.urls();
    const any = sleep(random.integer(LONGEST_DELAY_MS)).then(() => urls[random.integer(urls.length)] ?? '');
    returning.push(campaign.servers.kill(await (kill % 2 === 0 ? nextToAcknowledge(campaign) : any)));
  }
  await Promise.all(returning);
}

/**
 * In turn kills PostgreSQL, the moment that a call is acknowledged, and stops it, which throws everybody out; and starts
 * it a little later.
 */
export async function endPostgres(campaign: Campaign, postgres: OwnPostgres): Promise<void> {
  const random = createRandom(campaign.seed + 200);
  for (let outage = 0; outage < plannedOutages(campaign.calls); outage++) {
    await reached(campaign, outage * CALLS_AN_OUTAGE + random.integer(CALLS_AN_OUTAGE));
    await (outage % 2 === 0 ? postgres.crash(nextToAcknowledge(campaign)) : postgres.stop());
    await sleep(random.integer(LONGEST_DOWN_MS), undefined, { signal: campaign.signal });
    await postgres.start();
    await campaign.servers.untilReady();
  }
}

const nextToAcknowledge = ({ tally }: Campaign): Promise<string> =>
  new Promise((resolve) => tally.listeners.push(resolve));

async function reached({ tally, signal }: Campaign, calls: number): Promise<void> {
  while (tally.begun < calls) await sleep(5, undefined, { signal });
}
