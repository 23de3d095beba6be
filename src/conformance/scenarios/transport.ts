import { DECLARATION, element } from '../session/message.ts';
import { isAccepted, showsData } from '../session/reply.ts';
import { REPLY_REQUIREMENTS } from '../session/reply-judgements.ts';
import type { Session } from '../session/session.ts';
import type { Scenario } from './scenario.ts';

/** Of `Expect: 100-continue`: libcurl announces bodies over 1 MiB. */
const LARGE = 1_100_000;

const LIST = { resource: 'products_list', fields: { limit: '0,1' } } as const;
const URL_FIELD = { name: 'url', value: 'https://www.example.org/' };

/** How a request may come: each time the same short list is asked for. */
export const transportScenario: Scenario = {
  cites: [
    ...REPLY_REQUIREMENTS,
    'transport.multipart',
    'transport.urlencoded',
    'transport.field-order',
    'transport.extra-variables',
    'transport.xml-only-heading',
    'transport.declaration',
    'transport.expect',
    'transport.keep-alive',
    'transport.get',
  ],
  needs: 'read',
  async run(session) {
    explainShortKey(session);
    await judgeForms(session);
    await judgeDocuments(session);
    await judgeConnections(session);
    await judgeGet(session);
  },
};

function explainShortKey({ explain }: Session): void {
  explain(['auth.key-not-echoed'], {
    fr: 'La clé est trop courte pour la reconnaître dans une réponse ; utilisez-en une d’au moins 4 caractères.',
    en: 'The key is too short to be told in a reply; use one of at least 4 characters.',
  });
}

async function judgeForms(session: Session): Promise<void> {
  const multipart = await session.call({ ...LIST, form: 'multipart' });
  session.judge('transport.multipart', { ok: isAccepted(multipart), reply: multipart });
  const urlencoded = await session.call({ ...LIST, form: 'urlencoded', note: same('urlencoded') });
  session.judge('transport.urlencoded', { ok: isAccepted(urlencoded), reply: urlencoded });
  // Whoever reads one form only is judged by it for the rest.
  if (isAccepted(urlencoded) && !isAccepted(multipart)) session.prefer('urlencoded');
  const dataFirst = await session.call({
    ...LIST,
    dataFirst: true,
    note: { fr: 'data en premier, key en dernier', en: 'data first, key last' },
  });
  session.judge('transport.field-order', { ok: isAccepted(dataFirst), reply: dataFirst });
}

async function judgeDocuments(session: Session): Promise<void> {
  const extra = await session.call({
    ...LIST,
    post: [URL_FIELD, { name: 'xx_inconnu', value: '1' }],
    xml: element('xx_inconnu', '1'),
    note: { fr: 'variables url et xx_inconnu', en: 'variables url and xx_inconnu' },
  });
  session.judge('transport.extra-variables', { ok: isAccepted(extra), reply: extra });
  const xmlOnly = await session.call({
    ...LIST,
    heading: 'xml',
    note: { fr: 'tout dans le XML', en: 'all within the XML' },
  });
  session.judge('transport.xml-only-heading', { ok: isAccepted(xmlOnly), reply: xmlOnly });
  const declarations = [
    ['<?xml version="1.0"?>', { fr: 'déclaration sans encodage', en: 'declaration without encoding' }],
    ['', { fr: 'sans déclaration', en: 'without declaration' }],
  ] as const;
  for (const [declaration, note] of declarations) {
    const reply = await session.call({ ...LIST, declaration, note });
    session.judge('transport.declaration', { ok: isAccepted(reply), reply });
  }
}

async function judgeConnections(session: Session): Promise<void> {
  const first = await session.call({ ...LIST, note: same('keep-alive, 1') });
  const second = await session.call({ ...LIST, note: same('keep-alive, 2') });
  session.judge('transport.keep-alive', {
    ok: isAccepted(first) && isAccepted(second) && second.http?.reusedConnection === true,
    reply: second,
    expected: {
      fr: 'La seconde requête passe par la connexion de la première (Connection: keep-alive).',
      en: 'The second request passes over the connection of the first (Connection: keep-alive).',
    },
  });
  const large = await session.call({
    ...LIST,
    declaration: `${DECLARATION}<!-- ${'-='.repeat(LARGE / 2)} -->`,
    expectContinue: true,
    note: { fr: `Expect: 100-continue, ${LARGE} octets`, en: `Expect: 100-continue, ${LARGE} bytes` },
  });
  session.judge('transport.expect', { ok: isAccepted(large), reply: large });
}

async function judgeGet(session: Session): Promise<void> {
  const reply = await session.get();
  const status = reply.http?.status ?? 500;
  session.judge('transport.get', { ok: status < 500 && !showsData(reply), reply });
}

const same = (text: string) => ({ fr: text, en: text });
