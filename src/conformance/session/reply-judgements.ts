import type { HttpReply } from '../http/exchange.ts';
import type { ProfileName } from '../requirement.ts';
import type { RequirementId } from '../requirements/requirements.ts';
import type { Texts } from '../texts.ts';
import { childElements, childNamed } from '../xml/element.ts';
import { escapeXml } from './message.ts';
import { isWebPage, type Reply } from './reply.ts';

export interface ReplyJudgement {
  readonly id: RequirementId;
  readonly ok: boolean;
  readonly found?: Texts | undefined;
}

/** What every reply is judged for, whatever was asked. */
export const REPLY_REQUIREMENTS: readonly RequirementId[] = [
  'transport.xml-reply',
  'transport.nothing-before-xml',
  'transport.content-type',
  'transport.root',
  'auth.key-not-echoed',
  'error.shape',
  'error.status',
];

/** A shorter key may stand in a reply by chance. */
const SHORTEST_JUDGED_KEY = 4;

export function judgeReply(reply: Reply, key: string, profile: ProfileName): ReplyJudgement[] {
  const { http } = reply;
  if (!http) return [{ id: 'transport.xml-reply', ok: false }];
  return [
    ...documentJudgements(reply),
    { id: 'transport.content-type', ok: /^(text|application)\/xml\s*(;|$)/i.test(http.contentType) },
    ...keyJudgement(http.body, key),
    ...errorJudgements(reply, profile),
  ];
}

function documentJudgements({ http, document }: Reply): ReplyJudgement[] {
  if (!http || http.truncated || !document) return [];
  const { root, malformed, before } = document;
  const page = describeElsewhere(http);
  const compressed = http.encoding === undefined ? undefined : describeEncoding(http.encoding);
  const isRight = root?.name === 'connecteur';
  return [
    {
      id: 'transport.xml-reply',
      ok: root !== undefined && !compressed,
      found: joined(compressed, page, malformed),
    },
    { id: 'transport.nothing-before-xml', ok: before === undefined, found: before },
    ...(root ? [{ id: 'transport.root', ok: isRight, found: page } as const] : []),
  ];
}

const WEB_PAGE: Texts = {
  fr: 'L’adresse répond une page web : est-ce bien celle du webservice ?',
  en: "The URL answers a web page: is it the webservice's?",
};

function describeElsewhere({ status, body, location }: HttpReply): Texts | undefined {
  if (location !== undefined && status >= 300 && status < 400) return REDIRECT;
  return isWebPage(body) ? WEB_PAGE : undefined;
}

const REDIRECT: Texts = {
  fr: 'L’adresse renvoie ailleurs (Location), et le connecteur n’y va pas : donnez directement la bonne.',
  en: 'The URL leads elsewhere (Location), and the connector does not follow: give the right one.',
};

const describeEncoding = (encoding: string): Texts => ({
  fr: `Content-Encoding: ${encoding}, sans qu’il ait été demandé : le connecteur ne décompresse pas.`,
  en: `Content-Encoding: ${encoding}, which was not asked for: the connector does not decompress.`,
});

function joined(...texts: readonly (Texts | undefined)[]): Texts | undefined {
  const said = texts.filter((text) => text !== undefined);
  if (said.length === 0) return undefined;
  const join = (language: keyof Texts): string => said.map((text) => text[language]).join('\n');
  return { fr: join('fr'), en: join('en') };
}

export const keyJudgement = (body: Buffer, key: string): ReplyJudgement[] =>
  key.length < SHORTEST_JUDGED_KEY
    ? []
    : [{ id: 'auth.key-not-echoed', ok: !body.includes(key) && !body.includes(escapeXml(key)) }];

function errorJudgements({ http, root, error }: Reply, profile: ProfileName): ReplyJudgement[] {
  const status = http?.status ?? 0;
  const statusJudgement = statusOfError(status, profile);
  // 501 is a web server's that takes no POST at all.
  const crashed = status >= 500 && status !== 501;
  if (error === undefined) return crashed ? [{ ...statusJudgement, ok: false }] : [];
  return [{ id: 'error.shape', ok: error !== '' && standsAlone(root) }, statusJudgement];
}

/** Judges the status of a reply that is an error. */
export const statusOfError = (status: number, profile: ProfileName): ReplyJudgement => ({
  id: 'error.status',
  ok: status === (profile === 'samples' ? 400 : 200),
  found: { fr: `statut HTTP ${status}`, en: `HTTP status ${status}` },
});

/** The error is all there is, and is text alone: the connector shows it to a person. */
function standsAlone(root: Reply['root']): boolean {
  const error = childNamed(root, 'error');
  if (!root || !error) return false;
  return childElements(root).length === 1 && childElements(error).length === 0;
}
