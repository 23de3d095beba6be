import type { ProfileName } from '../requirement.ts';
import type { RequirementId } from '../requirements/requirements.ts';
import type { Texts } from '../texts.ts';
import { childElements } from '../xml/element.ts';
import { escapeXml } from './message.ts';
import type { Reply } from './reply.ts';

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
  if (http?.truncated || !document) return [];
  const { root, malformed, before } = document;
  const rootJudgement = { id: 'transport.root', ok: root?.name === 'connecteur' } as const;
  return [
    { id: 'transport.xml-reply', ok: root !== undefined, found: malformed },
    { id: 'transport.nothing-before-xml', ok: before === undefined, found: before },
    ...(root ? [rootJudgement] : []),
  ];
}

export const keyJudgement = (body: Buffer, key: string): ReplyJudgement[] =>
  key.length < SHORTEST_JUDGED_KEY
    ? []
    : [{ id: 'auth.key-not-echoed', ok: !body.includes(key) && !body.includes(escapeXml(key)) }];

function errorJudgements({ http, root, error }: Reply, profile: ProfileName): ReplyJudgement[] {
  const status = http?.status ?? 0;
  const right = profile === 'samples' ? 400 : 200;
  const found = { fr: `statut HTTP ${status}`, en: `HTTP status ${status}` };
  if (error === undefined) return status >= 500 ? [{ id: 'error.status', ok: false, found }] : [];
  const alone = root !== undefined && childElements(root).length === 1;
  return [
    { id: 'error.shape', ok: error !== '' && alone },
    { id: 'error.status', ok: status === right, found },
  ];
}
