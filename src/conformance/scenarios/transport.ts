import type { RequirementId } from '../requirements/requirements.ts';
import { CheckEnded } from '../session/caller.ts';
import { DECLARATION, element } from '../session/message.ts';
import { isAccepted, isElsewhere, type Reply, refusalText, showsData } from '../session/reply.ts';
import { REPLY_REQUIREMENTS } from '../session/reply-judgements.ts';
import type { Session } from '../session/session.ts';
import { entriesOf } from './catalogue.ts';
import type { Scenario } from './scenario.ts';

/** Of `Expect: 100-continue`: libcurl announces bodies over 1 MiB. */
const LARGE = 1_100_000;

const LIST = { resource: 'products_list', fields: { limit: '0,1' } } as const;
const URL_FIELD = { name: 'url', value: 'https://www.example.org/' };

/** What is seen by a list that is not empty: a reply of nothing would prove nothing. */
const BY_LIST: readonly RequirementId[] = [
  'transport.multipart',
  'transport.urlencoded',
  'transport.field-order',
  'transport.extra-variables',
  'transport.xml-only-heading',
  'transport.declaration',
  'transport.expect',
  'transport.keep-alive',
];

/** How a request may come: each time the same short list is asked for. */
export const transportScenario: Scenario = {
  cites: [...REPLY_REQUIREMENTS, ...BY_LIST, 'transport.get'],
  needs: 'read',
  async run(session) {
    explainShortKey(session);
    session.explain(BY_LIST, NO_PRODUCT);
    const judgeListed = await judgeForms(session);
    await judgeDocuments(session, judgeListed);
    await judgeConnections(session, judgeListed);
    await judgeGet(session);
  },
};

function explainShortKey({ explain }: Session): void {
  explain(['auth.key-not-echoed'], {
    fr: 'La clé est trop courte pour la reconnaître dans une réponse ; utilisez-en une d’au moins 4 caractères.',
    en: 'The key is too short to be told in a reply; use one of at least 4 characters.',
  });
}

const listsProduct = (reply: Reply): boolean =>
  isAccepted(reply) && entriesOf(reply, 'products_list').length > 0;

/** Judges by a reply that must list a product, where the shop has shown that it has one. */
type JudgeListed = (id: RequirementId, reply: Reply, more?: { readonly ok: boolean }) => void;

async function judgeForms(session: Session): Promise<JudgeListed> {
  const multipart = await session.call({ ...LIST, form: 'multipart' });
  const urlencoded = await session.call({ ...LIST, form: 'urlencoded', note: same('urlencoded') });
  if ([multipart, urlencoded].every(isElsewhere)) throw new CheckEnded(NO_WEBSERVICE);
  if (![multipart, urlencoded].some(isAccepted)) await endWhereAllIsRefused(session, multipart);
  const hasProducts = [multipart, urlencoded].some(listsProduct);
  const judgeListed: JudgeListed = (id, reply, { ok } = { ok: true }) => {
    if (isAccepted(reply) && !hasProducts && !listsProduct(reply)) return;
    session.judge(id, { ok: ok && listsProduct(reply), reply, expected: LISTED });
  };
  judgeListed('transport.multipart', multipart);
  judgeListed('transport.urlencoded', urlencoded);
  // Whoever reads one form only is judged by it for the rest.
  if (listsProduct(urlencoded) && !listsProduct(multipart)) session.prefer('urlencoded');
  const dataFirst = await session.call({
    ...LIST,
    dataFirst: true,
    note: { fr: 'data en premier, key en dernier', en: 'data first, key last' },
  });
  judgeListed('transport.field-order', dataFirst);
  return judgeListed;
}

/** A key that the shop does not take must not cost a whole check of refusals, each delayed as a good shop does. */
async function endWhereAllIsRefused(session: Session, first: Reply): Promise<void> {
  const sentence = refusalText(first);
  for (const resource of ['orders_list', 'options_list'])
    if (sentence === '' || isAccepted(await session.call({ resource }))) return;
  throw new CheckEnded({
    fr: `Le webservice refuse tous les appels (« ${sentence} ») : la clé est-elle la bonne ?`,
    en: `The webservice refuses every call ("${sentence}"): is the key right?`,
  });
}

async function judgeDocuments(session: Session, judgeListed: JudgeListed): Promise<void> {
  const extra = await session.call({
    ...LIST,
    post: [URL_FIELD, { name: 'xx_inconnu', value: '1' }],
    xml: element('xx_inconnu', '1'),
    note: { fr: 'variables url et xx_inconnu', en: 'variables url and xx_inconnu' },
  });
  judgeListed('transport.extra-variables', extra);
  const xmlOnly = await session.call({
    ...LIST,
    heading: 'xml',
    note: { fr: 'tout dans le XML', en: 'all within the XML' },
  });
  judgeListed('transport.xml-only-heading', xmlOnly);
  const declarations = [
    ['<?xml version="1.0"?>', { fr: 'déclaration sans encodage', en: 'declaration without encoding' }],
    ['', { fr: 'sans déclaration', en: 'without declaration' }],
  ] as const;
  for (const [declaration, note] of declarations) {
    const reply = await session.call({ ...LIST, declaration, note });
    judgeListed('transport.declaration', reply);
  }
}

async function judgeConnections(session: Session, judgeListed: JudgeListed): Promise<void> {
  const first = await session.call({ ...LIST, note: same('keep-alive, 1') });
  const second = await session.call({ ...LIST, note: same('keep-alive, 2') });
  const ok = listsProduct(first) && second.http?.reusedConnection === true;
  judgeListed('transport.keep-alive', second, { ok });
  const large = await session.call({
    ...LIST,
    declaration: `${DECLARATION}<!-- ${'-='.repeat(LARGE / 2)} -->`,
    expectContinue: true,
    note: { fr: `Expect: 100-continue, ${LARGE} octets`, en: `Expect: 100-continue, ${LARGE} bytes` },
  });
  judgeListed('transport.expect', large);
}

async function judgeGet(session: Session): Promise<void> {
  const reply = await session.get();
  const status = reply.http?.status ?? 500;
  session.judge('transport.get', { ok: status < 500 && !showsData(reply), reply });
}

const LISTED = {
  fr: 'La liste demandée, avec un produit ; pour keep-alive, par la connexion de la requête précédente.',
  en: 'The list that was asked for, with a product; for keep-alive, over the connection of the request before.',
};

const NO_WEBSERVICE = {
  fr: 'À cette URL ne répond pas un webservice, mais une page web, une redirection ou un refus ; voyez transport.',
  en: 'At this URL no webservice answers, but a web page, a redirect or a refusal; see transport.',
};

const NO_PRODUCT = {
  fr: 'products_list ne montre aucun produit, et rien ne prouve donc que la requête est lue : chargez-en, ou utilisez --write.',
  en: 'products_list shows no product, so nothing proves that the request is read: load some, or use --write.',
};

const same = (text: string) => ({ fr: text, en: text });
