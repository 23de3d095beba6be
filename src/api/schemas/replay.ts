import { z } from 'zod';
import { EXCHANGE_OUTCOMES } from '../../shop/journal.ts';
import { recordEffect, remark } from './exchange.ts';
import { named } from './named.ts';
import { problemDocument } from './problem-document.ts';

const END = {
  outcome: z.enum(EXCHANGE_OUTCOMES),
  problem: remark.exactOptional(),
  warnings: z.array(remark),
  reply: z.string().exactOptional().describe('As far as the journal keeps it.'),
};

const REPLAYED = {
  exchange: z.string().describe('The id of the one that was replayed.'),
  at: z.string().describe('When it was sent first.'),
  resource: z.string(),
  reference: z.string(),
  before: named('ExchangeEnd', z.object(END)),
  after: named(
    'ReplayEnd',
    z.object({
      id: z.string().exactOptional().describe('Of the new exchange in the journal; none on a copy.'),
      ...END,
    }),
  ),
  sameReply: z.boolean().describe('As far as both are kept.'),
  sameOutcome: z.boolean().describe('Outcome and problem.'),
  effect: z.array(recordEffect).describe('What it changed now; of a message of many, the first 500.'),
};

export const replayedExchange = named('ReplayedExchange', z.object(REPLAYED));

const COUNTS = {
  total: z
    .int()
    .describe('How many exchanges there were; more than the others together where it was stopped.'),
  replayed: z.int(),
  different: z.int().describe('Of these, with another outcome or reply than before.'),
  effective: z.int().describe('Of these, that changed something.'),
  left: z.int().describe('That were not replayed.'),
};

/** A line of a replay, as it comes. */
export const replayLine = named(
  'ReplayLine',
  z.union([
    z
      .object({ kind: z.literal('begun'), total: z.int() })
      .describe('The first: how many exchanges there are.'),
    z.object({ kind: z.literal('copied') }).describe('The copy of the shop is made.'),
    z.object({ kind: z.literal('replayed'), ...REPLAYED }),
    z
      .object({ kind: z.literal('left'), exchange: z.string(), problem: remark })
      .describe('One that was not replayed, and why.'),
    z.object({ kind: z.literal('end'), ...COUNTS }).describe('The last: what it came to.'),
    z
      .object({ kind: z.literal('problem'), problem: problemDocument })
      .describe('The last where it could not go on.'),
  ]),
);

export const editedRequest = z
  .string()
  .min(1)
  .exactOptional()
  .describe('Sent in place of its request: XML, or variables in JSON, as the journal shows requests.');
