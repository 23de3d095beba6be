import type { RequirementId } from '../requirements/requirements.ts';
import type { Message } from '../session/message.ts';
import { acknowledges, isTaken, type Reply } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import {
  type CatalogueReading,
  describeTimes,
  LIST_NOT_READ,
  readCatalogue,
  standsTimes,
  timesListed,
} from './catalogue.ts';
import { compareIds, readIds } from './listed-ids.ts';
import { VARIED_PRODUCTS } from './product-samples.ts';
import { own, type Scenario, write } from './scenario.ts';

/** A reference each, so that a failing character is known. Some differ in case or accent alone, which many databases ignore. */
const REAL_SUFFIXES = ['é', 'e', 'A B', 'A/B', 'A&B', "A'B", 'A"B', 'AB', 'Ab'] as const;
const AT_ONCE = 8;

/** An addition, judged twice: by its reply, and by the list afterwards. */
interface Added {
  readonly id: RequirementId;
  readonly reference: string;
  readonly reply: Reply;
  /** Under which ids it stood before; any where they are not known. */
  readonly ids?: readonly string[];
}

export const productCreationScenario: Scenario = {
  cites: [
    'add-product.reply',
    'add-product.listed',
    'add-product.repeat',
    'add-product.concurrent',
    'add-product.references-exact',
    ...VARIED_PRODUCTS.map(({ id }) => id),
  ],
  needs: 'write',
  async run(session) {
    const added = [
      ...(await addPlain(session)),
      ...(await addAtOnce(session)),
      ...(await addRealReferences(session)),
      ...(await addVaried(session)),
    ];
    const references = added.map(({ reference }) => reference);
    const reading = await readCatalogue(session, 'products_list', references);
    for (const one of added) judgeListed(session, one, reading);
  },
};

async function addPlain(session: Session): Promise<Added[]> {
  const first = own(session, 'P1');
  const reply = await write(session, first, plainProduct(first));
  session.judge('add-product.reply', { ok: acknowledges(reply, 'add_product'), reply });
  const repeated = own(session, 'P13');
  await write(session, repeated, plainProduct(repeated));
  const ids = await readIds(session, 'products_list', repeated);
  const note = { fr: 'une seconde fois', en: 'a second time' };
  const again = await session.call({ ...plainProduct(repeated), note });
  return [
    { id: 'add-product.listed', reference: first, reply },
    { id: 'add-product.repeat', reference: repeated, reply: again, ids },
  ];
}

export const plainProduct = (reference: string): Message => ({
  resource: 'add_product',
  fields: { reference, nom: 'Passerelle check', p_vente: '12.50', tva: '20.00', stock: '3', actif: '0' },
});

async function addAtOnce(session: Session): Promise<Added[]> {
  const reference = own(session, 'P2');
  const note = { fr: `${AT_ONCE} à la fois`, en: `${AT_ONCE} at once` };
  const replies = await Promise.all(
    Array.from({ length: AT_ONCE }, () => write(session, reference, { ...plainProduct(reference), note })),
  );
  return replies.map((reply) => ({ id: 'add-product.concurrent', reference, reply }));
}

async function addRealReferences(session: Session): Promise<Added[]> {
  const added: Added[] = [];
  for (const suffix of REAL_SUFFIXES) {
    const reference = own(session, suffix);
    const reply = await write(session, reference, plainProduct(reference));
    added.push({ id: 'add-product.references-exact', reference, reply });
  }
  return added;
}

async function addVaried(session: Session): Promise<Added[]> {
  const added: Added[] = [];
  for (const { id, suffix, messageOf } of VARIED_PRODUCTS) {
    const reference = own(session, suffix);
    const message = { resource: 'add_product', ...messageOf(reference) };
    added.push({ id, reference, reply: await write(session, reference, message) });
  }
  return added;
}

function judgeListed(session: Session, added: Added, reading: CatalogueReading): void {
  const { id, reference, reply } = added;
  if (!isTaken(reply)) {
    session.judge(id, { ok: false, reply });
    return;
  }
  const ok = standsTimes(reading, reference, 1);
  if (ok === undefined) {
    session.explain([id], LIST_NOT_READ);
    return;
  }
  session.judge(id, {
    ok,
    reply,
    found: describeTimes('products_list', reference, timesListed(reading, reference)),
    expected: describeTimes('products_list', reference, 1),
  });
  const ids = ok ? compareIds(reading, reference, added.ids) : undefined;
  if (ids) session.judge(id, { ...ids, reply });
}
