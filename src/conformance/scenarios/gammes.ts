import type { RequirementId } from '../requirements/requirements.ts';
import { DECLARATION, element, type Message } from '../session/message.ts';
import { isAccepted, isTaken, type Reply } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import {
  type CatalogueList,
  type CatalogueReading,
  describeTimes,
  LIST_NOT_READ,
  readCatalogue,
  standsTimes,
  timesListed,
} from './catalogue.ts';
import { own, type Scenario, write } from './scenario.ts';

interface SentGammes {
  readonly id: RequirementId;
  readonly parent: string;
  readonly skus: readonly string[];
  readonly reply: Reply;
}

/** The axes repeat quantity and price (specification §16). */
const axis = (name: string, value: string): string =>
  `<${name}><name>${name}</name><value>${value}</value><quantity>2</quantity><p_vente>55</p_vente><weight>0</weight></${name}>`;

/** The SKU is an element's name, written as it is. */
const variant = (sku: string, size: string): string =>
  `<${sku}>${axis('Couleur', 'Bleu')}${axis('Taille', size)}</${sku}>`;

export const gammesMessage = (parent: string, skus: readonly string[]): Message => ({
  resource: 'add_product',
  heading: 'both',
  fields: { reference: parent, name: 'Passerelle check', price: '0' },
  data: `${DECLARATION}<connecteur>${element('reference', parent)}<name>Article gamme</name><price>0</price><active>0</active><gammes>${skus
    .map((sku, index) => variant(sku, `T${index}`))
    .join('')}</gammes></connecteur>`,
  note: { fr: `gammes : ${skus.join(', ')}`, en: `gammes: ${skus.join(', ')}` },
});

export const gammesScenario: Scenario = {
  cites: ['add-product.gammes', 'add-product.gammes-real-skus', 'add-product.gammes-repeat'],
  needs: 'write',
  async run(session) {
    const sent = [...(await sendPlain(session)), ...(await sendRealSkus(session))];
    const products = await readCatalogue(
      session,
      'products_list',
      sent.map(({ parent }) => parent),
    );
    const options = await readCatalogue(
      session,
      'options_list',
      sent.flatMap(({ skus }) => skus),
    );
    for (const one of sent) judgeGammes(session, one, { products_list: products, options_list: options });
  },
};

async function sendPlain(session: Session): Promise<SentGammes[]> {
  const [parent, repeated] = [own(session, 'G1'), own(session, 'G7')];
  const skus = [own(session, 'V1'), own(session, 'V2')];
  const repeatedSkus = [own(session, 'V3'), own(session, 'V4')];
  const reply = await send(session, parent, skus);
  await send(session, repeated, repeatedSkus);
  const again = await send(session, repeated, repeatedSkus);
  return [
    { id: 'add-product.gammes', parent, skus, reply },
    { id: 'add-product.gammes-repeat', parent: repeated, skus: repeatedSkus, reply: again },
  ];
}

/** A parent each: whoever reads a SKU wrongly loses that one only. */
async function sendRealSkus(session: Session): Promise<SentGammes[]> {
  const { prefix } = session;
  const skus = [`7${prefix}`, `${prefix} 12`, `${prefix}/L`, `${prefix}-É`, `${prefix}-C&D`, `${prefix}-L'E`];
  const sent: SentGammes[] = [];
  for (const [index, sku] of skus.entries()) {
    const parent = own(session, `G${index + 10}`);
    const reply = await send(session, parent, [sku]);
    sent.push({ id: 'add-product.gammes-real-skus', parent, skus: [sku], reply });
  }
  return sent;
}

async function send(session: Session, parent: string, skus: readonly string[]): Promise<Reply> {
  const reply = await write(session, parent, gammesMessage(parent, skus));
  if (isTaken(reply)) for (const sku of skus) session.created(sku);
  return reply;
}

function judgeGammes(
  session: Session,
  { id, parent, skus, reply }: SentGammes,
  readings: Readonly<Record<CatalogueList, CatalogueReading>>,
): void {
  if (!isTaken(reply)) {
    session.judge(id, { ok: false, reply });
    return;
  }
  const right = [
    ['products_list', parent, 1],
    ...skus.flatMap((sku) => [['options_list', sku, 1] as const, ['products_list', sku, 0] as const]),
  ] as const;
  for (const [list, reference, times] of right) {
    const reading = readings[list];
    const ok = standsTimes(reading, reference, times);
    if (!isAccepted(reading.reply) || (ok === undefined && times > 0)) {
      session.explain([id], LIST_NOT_READ);
      continue;
    }
    const found = describeTimes(list, reference, timesListed(reading, reference));
    session.judge(id, { ok: ok ?? true, reply, found, expected: describeTimes(list, reference, times) });
  }
}
