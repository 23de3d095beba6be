import { fail } from '../domain/error.ts';
import type { Exchange, RecordedExchange } from '../shop/journal.ts';
import type { Replay } from '../shop/replay.ts';
import { processBulk } from '../webservice/bulk/bulk.ts';
import type { Answer } from '../webservice/call.ts';
import { createEndpoint } from '../webservice/endpoint.ts';
import { MASK } from '../webservice/masking.ts';
import { restoredForm, variablesFrom } from './request.ts';
import type { ReplayTarget } from './target.ts';

/**
 * Sends the request of an exchange again, through the endpoint's own code, to the target, whose journal records it as a
 * replay; `edited` takes the request's place. What the endpoint refuses is a result. Rejects with `request_not_kept`,
 * `request_cut` or `request_file_missing` where there is nothing to send.
 */
export async function replayExchange(
  before: RecordedExchange,
  target: ReplayTarget,
  edited?: string,
): Promise<Replay> {
  return concluded(await sendAgain(before, target, edited), target);
}

/** A request that was answered, and is about to be recorded: with company, so that many do not wait one after another. */
export interface SentAgain {
  readonly before: RecordedExchange;
  readonly after: Exchange;
  readonly recorded: Promise<void>;
}

export async function sendAgain(
  before: RecordedExchange,
  target: ReplayTarget,
  edited?: string,
): Promise<SentAgain> {
  const { shop, journal, reader } = target.shop;
  const readBlob = async (sha256: string) => reader?.blob(sha256);
  requireSameVariable(before, edited);
  const { contentType, body } = await restoredForm(before, readBlob, edited);
  const entries: Omit<SentAgain, 'before'>[] = [];
  const recordExchange = (exchange: Exchange): Promise<void> => {
    const after = { ...exchange, replayOf: before.id };
    const recorded = journal.recordExchange(after);
    entries.push({ after, recorded });
    return recorded;
  };
  const endpoint = createEndpoint({
    ...target,
    ...(edited !== undefined && { admits: (resource) => requireSame(before, resource) }),
    // No caller reaches this endpoint: what stands in the place of the key is the key.
    shops: [
      { ...target.served, shop, keys: { accepts: async (key) => key === MASK }, journal: { recordExchange } },
    ],
    runBulk: target.runBulk ?? ((request, source) => processBulk(shop, request, source)),
    delays: { afterFailure: async () => {} },
  });
  const answer = await endpoint({
    method: 'POST',
    header: (name) => (name === 'content-type' ? contentType : undefined),
    body: body instanceof Uint8Array ? inOne(body) : body,
    remoteAddress: '',
  });
  await readToItsEnd(answer);
  const [entry] = entries;
  if (!entry) throw new Error('an endpoint records every exchange');
  return { before, ...entry };
}

export async function concluded(
  { before, after, recorded }: SentAgain,
  { shop: { journal } }: ReplayTarget,
): Promise<Replay> {
  await recorded;
  const effect = (await journal.exchange(after.id))?.effect ?? [];
  return {
    before,
    after,
    sameReply: isSameReply(before, after),
    sameOutcome: before.outcome === after.outcome && before.problem?.reason === after.problem?.reason,
    effect,
  };
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Who may correct a message may not make another one of it, such as one that hands an order over. */
function requireSame({ resource: expected }: Exchange, resource: string): void {
  if (resource !== expected) throw fail('resource_edited', { expected, value: resource });
}

/** A bulk message is begun while it is read: who names its resource beside it is refused before. */
function requireSameVariable(before: Exchange, edited = ''): void {
  for (const [name, value] of Object.entries(variablesFrom(edited) ?? {}))
    if (name.trim().toLowerCase() === 'resource') requireSame(before, value.trim());
}

/** A list is recorded when its last batch has left. */
async function readToItsEnd({ body }: Answer): Promise<void> {
  if (typeof body !== 'string') for await (const _ of body);
}

/** As far as both are kept. */
function isSameReply(before: Exchange, after: Exchange): boolean {
  const [was = '', is = ''] = [before.reply, after.reply];
  const length = Math.min(was.length, is.length);
  return before.replyBytes === after.replyBytes && was.slice(0, length) === is.slice(0, length);
}
