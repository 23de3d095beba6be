import { ConformanceError } from '../conformance-error.ts';
import type { HttpClient, HttpOutcome } from '../http/client.ts';
import type { Field } from '../http/form.ts';
import type { CheckOptions } from '../options.ts';
import type { Language } from '../requirement.ts';
import type { Texts } from '../texts.ts';
import { type ReadDocument, readDocument } from '../xml/read-document.ts';
import { type FormKind, type Message, messageBody, messageFields } from './message.ts';
import { type Reply, rootOf } from './reply.ts';
import { createShown, type Shown } from './shown.ts';

/** Nothing more can be seen at this URL: the rest of the check is untested, and this says why. */
export class CheckEnded extends Error {
  readonly reason: Texts;

  constructor(reason: Texts) {
    super(reason.en);
    this.reason = reason;
  }
}

const SERVER_GONE: Texts = {
  fr: 'Le webservice ne répondait plus, ou sans fin ; voyez transport.',
  en: 'The webservice no longer answered, or without end; see transport.',
};

/** After so many requests in a row without a reply, or with one that has no end, the rest is not tried. */
const LOST_REPLIES = 8;

/** Sends messages, and reads each reply once. */
export interface Caller {
  post(message: Message): Promise<Reply>;
  get(): Promise<Reply>;
  /** How messages that do not say it are written from now on; `multipart` at first, as the connector does. */
  prefer(form: FormKind): void;
}

export function createCaller(options: CheckOptions, client: HttpClient): Caller {
  const { key, language, url } = options;
  const shown = createShown(key, language);
  const watch = createWatch(options);
  const readReply = createReplyReader(shown);
  let preferred: FormKind = 'multipart';
  return {
    async post(message) {
      const fields = messageFields(message, key);
      const { contentType, bytes } = messageBody(message.form ?? preferred, fields);
      const { expectContinue = false } = message;
      const expect = expectContinue ? { expect: '100-continue' } : {};
      const headers = { 'content-type': contentType, 'content-length': bytes.length, ...expect };
      const outcome = await client.send({ method: 'POST', headers, body: bytes, expectContinue });
      watch(outcome);
      const what = describe(message, fields, language);
      return readReply(outcome, { what, sent: shown.request(`POST ${url}`, fields) });
    },
    prefer(form) {
      preferred = form;
    },
    async get() {
      const outcome = await client.send({ method: 'GET', headers: {} });
      watch(outcome);
      return readReply(outcome, { what: 'GET', sent: `GET ${url}` });
    },
  };
}

/** @throws {ConformanceError} when the first request has no reply, {@link CheckEnded} when several in a row have none. */
function createWatch({ language, url }: CheckOptions): (outcome: HttpOutcome) => void {
  let answered = false;
  let lost = 0;
  return (outcome) => {
    const failure = 'failure' in outcome ? outcome.failure : undefined;
    if (failure !== undefined && !answered) {
      throw new ConformanceError('no_answer', language, { url, failure });
    }
    answered = true;
    lost = failure !== undefined || ('truncated' in outcome && outcome.truncated) ? lost + 1 : 0;
    if (lost >= LOST_REPLIES) throw new CheckEnded(SERVER_GONE);
  };
}

type ReplyReader = (outcome: HttpOutcome, request: Pick<Reply, 'what' | 'sent'>) => Reply;

function createReplyReader(shown: Shown): ReplyReader {
  const read = createDocumentReader();
  return (outcome, request) => {
    const received = shown.outcome(outcome);
    if ('failure' in outcome) return { ...request, received };
    if (outcome.truncated) return { ...request, received, http: outcome };
    const document = read(outcome.body);
    return { ...request, received, http: outcome, document, ...rootOf(document) };
  };
}

/** A webservice that ignores `limit` gives the same long list to every question: it is read once. */
function createDocumentReader(): (body: Buffer) => ReadDocument {
  let last: { readonly body: Buffer; readonly document: ReadDocument } | undefined;
  return (body) => {
    if (!last?.body.equals(body)) last = { body, document: readDocument(body) };
    return last.document;
  };
}

/** `products_list, limit=0,3`: the resource and the first of its variables. */
function describe(message: Message, sent: readonly Field[], language: Language): string {
  const { resource, note, fields = {}, reply } = message;
  const name = resource ?? (reply === 'document' ? 'document' : sent.map((field) => field.name).join(', '));
  const [first] = Object.entries(fields);
  const base = first ? `${name}, ${first[0]}=${first[1]}` : name;
  return note ? `${base} (${note[language]})` : base;
}
