import type { HttpClient } from '../http/client.ts';
import type { CheckOptions } from '../options.ts';
import type { RequirementId } from '../requirements/requirements.ts';
import type { Texts } from '../texts.ts';
import { createCaller } from './caller.ts';
import type { FormKind, Message } from './message.ts';
import type { Recorder } from './recorder.ts';
import type { Reply } from './reply.ts';
import { judgeReply, keyJudgement, type ReplyJudgement } from './reply-judgements.ts';

interface Judgement {
  readonly ok: boolean;
  /** The reply that it rests on. */
  readonly reply: Reply;
  /** Says more precisely what came than the reply itself. */
  readonly found?: Texts | undefined;
  /** Says more precisely what would have been right than the requirement. */
  readonly expected?: Texts | undefined;
}

/** What a scenario works with. */
export interface Session {
  readonly options: CheckOptions;
  /** Begins every reference that is made. */
  readonly prefix: string;
  /** Sends a message; its reply is judged for what every reply must be. */
  call(message: Message): Promise<Reply>;
  get(): Promise<Reply>;
  /** How messages are written that do not say it themselves. */
  prefer(form: FormKind): void;
  judge(id: RequirementId, judgement: Judgement): void;
  /** Says why these could not be observed, and what to do; what was observed overrules it. */
  explain(ids: readonly RequirementId[], reason: Texts): void;
  /** Names a record that was made and left in the shop. */
  created(reference: string): void;
}

export interface SessionParts {
  readonly options: CheckOptions;
  readonly prefix: string;
  readonly client: HttpClient;
  readonly recorder: Recorder;
  /** Sentence of a requirement, in the language of the options. */
  readonly sentenceOf: (id: RequirementId) => string;
  readonly created: Set<string>;
}

export function createSession(parts: SessionParts): Session {
  const { options, prefix, client, recorder, sentenceOf, created } = parts;
  const { key, language, profile } = options;
  const caller = createCaller(options, client);
  const judge: Session['judge'] = (id, { ok, reply, found, expected }) =>
    recorder.add(id, {
      what: reply.what,
      ok,
      sent: reply.sent,
      received: found ? `${found[language]}\n${reply.received}` : reply.received,
      expected: expected?.[language] ?? sentenceOf(id),
    });
  const judgeAll = (reply: Reply, judgements: readonly ReplyJudgement[]): Reply => {
    for (const { id, ok, found } of judgements) judge(id, { ok, reply, found });
    return reply;
  };
  const judgeKey = (reply: Reply): Reply =>
    judgeAll(reply, reply.http ? keyJudgement(reply.http.body, key) : []);
  return {
    options,
    prefix,
    judge,
    async call(message) {
      const reply = await caller.post(message);
      return message.reply === 'document'
        ? judgeKey(reply)
        : judgeAll(reply, judgeReply(reply, key, profile));
    },
    get: async () => judgeKey(await caller.get()),
    prefer: caller.prefer,
    explain(ids, reason) {
      for (const id of ids) recorder.explain(id, reason);
    },
    created: (reference) => void created.add(reference),
  };
}

/** The same session, in which a scenario that runs again is heard on these requirements only. */
export function restricted(session: Session, ids: ReadonlySet<RequirementId>): Session {
  const { options, prefix, call, get, prefer, created } = session;
  return {
    options,
    prefix,
    call,
    get,
    prefer,
    created,
    judge(id, judgement) {
      if (ids.has(id)) session.judge(id, judgement);
    },
    explain(named, reason) {
      session.explain(
        named.filter((id) => ids.has(id)),
        reason,
      );
    },
  };
}
