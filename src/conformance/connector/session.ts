import type { Language, ProfileName } from '../requirement.ts';
import {
  type Deed,
  deedAtCall,
  FIRST_SCRIPT,
  REPLIES,
  type Script,
  scriptAfterCall,
  scriptAtCall,
} from './acts.ts';
import { createEvidenceBook, type EvidenceBook } from './evidence-book.ts';
import { type Exchange, exchangeFromCall } from './exchange.ts';
import { CALL_JUDGES } from './judges/call-judges.ts';
import { FLOW_JUDGES } from './judges/flow-judges.ts';
import type { Observation } from './judges/observation.ts';
import { renderCall, renderReply } from './rendering.ts';
import { type Call, fieldOf, isProductWrite, type RawRequest, readCall } from './request/call.ts';
import { CONNECTOR_REQUIREMENTS } from './requirements.ts';
import { type Catalogue, createCatalogue } from './shop/catalogue.ts';
import { kindOfOrder } from './shop/orders.ts';
import { GREETING, type Reply } from './shop/reply.ts';
import { createScriptedShop, type Moment, type ScriptedShop } from './shop/scripted-shop.ts';

export interface SessionOptions {
  readonly key: string;
  readonly target: string;
  readonly profile: ProfileName;
  readonly language: Language;
  readonly products: readonly string[];
  readonly options: readonly string[];
}

/** The conversation with a connector: what it asks, what it gets, and what that shows. */
export interface Session {
  /** `isAfterPause`: nothing was called for a while before. */
  readonly take: (raw: RawRequest, isAfterPause: boolean) => Reply;
  readonly script: () => Script;
  readonly requests: () => number;
  /** Judges the conversation as it stands; call it once, at the end. */
  readonly conclude: () => EvidenceBook;
}

/** What the conversation has come to. */
interface State {
  readonly options: SessionOptions;
  readonly catalogue: Catalogue;
  readonly shop: ScriptedShop;
  readonly book: EvidenceBook;
  readonly exchanges: Exchange[];
  script: Script;
}

export function createSession(options: SessionOptions): Session {
  const catalogue = createCatalogue({ product: options.products, option: options.options });
  const shop = createScriptedShop({ ...options, catalogue });
  const book = createEvidenceBook();
  const state: State = { options, catalogue, shop, book, exchanges: [], script: FIRST_SCRIPT };
  return {
    script: () => state.script,
    requests: () => state.exchanges.length,
    take(raw, isAfterPause) {
      const call = readCall(raw);
      return isVisit(call, options.key) ? GREETING : takeCall(state, call, isAfterPause);
    },
    conclude() {
      for (const judge of FLOW_JUDGES) {
        for (const { exchange, ...observation } of judge(state.exchanges)) note(state, observation, exchange);
      }
      return book;
    },
  };
}

function takeCall(state: State, call: Call, isAfterPause: boolean): Reply {
  const { options, catalogue, exchanges } = state;
  const script = scriptAtCall(state.script, call, isAfterPause);
  const { act, run } = script;
  const deed = fieldOf(call, 'key') === options.key ? deedAtCall(script, call) : undefined;
  const known = catalogue.knownBefore(fieldOf(call, 'reference') ?? '', run);
  const reply = replyTo(state, call, { act, run, deed });
  state.script = scriptAfterCall(script, call, { deed, outcome: reply.outcome });
  const texts = { sent: renderCall(call, options.key), received: renderReply(reply) };
  for (const judge of CALL_JUDGES) {
    for (const observation of judge(call, { ...options, isOrder })) note(state, observation, texts);
  }
  exchanges.push(exchangeFromCall(call, reply, { ...texts, act, run, known, isStruck: deed !== undefined }));
  return isFirstOfMany(exchanges) ? { ...reply, isHeld: true } : reply;
}

function replyTo(
  { shop }: State,
  call: Call,
  { deed, ...moment }: Moment & { readonly deed: Deed | undefined },
): Reply {
  if (deed === undefined) return shop.answer(call, moment);
  return deed === 'refuse' ? shop.refuse('script') : REPLIES[deed];
}

const note = (
  { book, options }: State,
  observation: Observation,
  { sent, received }: { readonly sent: string; readonly received: string },
): void =>
  book.add(observation, {
    sent,
    received,
    expected: observation.expected ?? sentenceOf(observation.id, options.language),
  });

/** Of articles and of orders there are many in a row: the reply to the first one is held. */
function isFirstOfMany(exchanges: readonly Exchange[]): boolean {
  const last = exchanges.at(-1);
  const isSuch = last && KINDS.find((isKind) => isKind(last));
  return isSuch !== undefined && exchanges.filter(isSuch).length === 1;
}

const KINDS: readonly ((exchange: Exchange) => boolean)[] = [
  isProductWrite,
  ({ resource }) => resource === 'orders',
];

/** A person's browser: no call of a connector, however wrong. */
const isVisit = ({ raw, variables }: Call, key: string): boolean =>
  (raw.method === 'GET' || raw.method === 'HEAD') &&
  variables.size === 0 &&
  !/resource=/.test(raw.target) &&
  !raw.target.includes(key);

const isOrder = (id: string): boolean => kindOfOrder(id) !== undefined;

const sentenceOf = (id: string, language: Language): string =>
  CONNECTOR_REQUIREMENTS.find((requirement) => requirement.id === id)?.sentence[language] ?? '';
