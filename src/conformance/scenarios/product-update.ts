import type { RequirementId } from '../requirements/requirements.ts';
import type { Message } from '../session/message.ts';
import { acknowledges, isAccepted, isRefused, isTaken, type Reply } from '../session/reply.ts';
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
import { gammesMessage } from './gammes.ts';
import { compareIds, readIds } from './listed-ids.ts';
import { plainProduct } from './product-creation.ts';
import { acknowledgement, own, type Scenario, write } from './scenario.ts';

const PRODUCT: readonly RequirementId[] = [
  'update-product.reply',
  'update-product.partial',
  'update-product.empty-elements',
  'update-product.stays-listed',
];
const OPTION: readonly RequirementId[] = ['update-option.reply', 'update-option.stays-option'];

export const productUpdateScenario: Scenario = {
  cites: [...PRODUCT, ...OPTION, 'update-product.unknown', 'update-option.unknown'],
  needs: 'write',
  async run(session) {
    await updateProduct(session);
    await updateOption(session);
    await updateUnknown(session);
  },
};

async function updateProduct(session: Session): Promise<void> {
  const reference = own(session, 'U1');
  const added = await write(session, reference, plainProduct(reference));
  if (!isTaken(added)) {
    session.explain(PRODUCT, NOT_ADDED);
    return;
  }
  const resource = 'update_product';
  const updates: [RequirementId, Message][] = [
    [
      'update-product.reply',
      { fields: { reference, nom: 'Passerelle check', p_vente: '13.00', stock: '5' } },
    ],
    ['update-product.partial', { fields: { reference, stock: '6' } }],
    [
      'update-product.empty-elements',
      { fields: { reference, nom: '', p_vente: '', stock: '', desc_longue: '', tva: '', actif: '' } },
    ],
  ];
  const name = acknowledgement(resource, session.options.profile);
  const ids = await readIds(session, 'products_list', reference);
  let reply = added;
  for (const [id, message] of updates) {
    reply = await session.call({ resource, ...message });
    const ok = id === 'update-product.reply' ? acknowledges(reply, name) : isTaken(reply);
    session.judge(id, { ok, reply });
  }
  await judgeStays(session, 'update-product.stays-listed', {
    reply,
    reference,
    ids,
    right: { products_list: 1, options_list: 0 },
  });
}

async function updateOption(session: Session): Promise<void> {
  const sku = own(session, 'V8');
  const parent = own(session, 'G8');
  const added = await write(session, parent, gammesMessage(parent, [sku, own(session, 'V9')]));
  if (!isTaken(added)) {
    session.explain(OPTION, NOT_ADDED);
    return;
  }
  for (const one of [sku, own(session, 'V9')]) session.created(one);
  const ids = await readIds(session, 'options_list', sku);
  const reply = await session.call({
    resource: 'update_option',
    fields: { reference: sku, p_vente: '56.00', stock: '7' },
  });
  const name = acknowledgement('update_option', session.options.profile);
  session.judge('update-option.reply', {
    ok: acknowledges(reply, name),
    reply,
    expected: { fr: `La réponse <${name}/>.`, en: `The reply <${name}/>.` },
  });
  await judgeStays(session, 'update-option.stays-option', {
    reply,
    reference: sku,
    ids,
    right: { products_list: 0, options_list: 1 },
  });
}

async function updateUnknown(session: Session): Promise<void> {
  for (const [resource, id, suffix] of [
    ['update_product', 'update-product.unknown', 'X1'],
    ['update_option', 'update-option.unknown', 'X2'],
  ] as const) {
    const reference = own(session, suffix);
    const reply = await write(session, reference, { resource, fields: { reference, stock: '1' } });
    session.judge(id, { ok: isRefused(reply), reply });
    await judgeStays(session, id, { reply, reference, right: { products_list: 0, options_list: 0 } });
  }
}

interface Place {
  readonly reply: Reply;
  readonly reference: string;
  /** Under which ids it stood before, and so must stand; any where they are not known. */
  readonly ids?: readonly string[];
  /** How often it must stand in each list. */
  readonly right: Readonly<Record<CatalogueList, number>>;
}

/** Reads both lists, and judges how often the reference stands in each. */
export async function judgeStays(session: Session, id: RequirementId, place: Place): Promise<void> {
  for (const list of ['products_list', 'options_list'] as const) {
    const times = place.right[list];
    const reading = await readCatalogue(session, list, times > 0 ? [place.reference] : []);
    judgeTimes(session, id, { ...place, list, reading, times });
  }
}

interface ReadPlace extends Place {
  readonly list: CatalogueList;
  readonly reading: CatalogueReading;
  readonly times: number;
}

function judgeTimes(session: Session, id: RequirementId, place: ReadPlace): void {
  const { reading, reference, times, list, reply } = place;
  // A list that cannot be read is a failure of its own; it shows nothing here.
  if (!isAccepted(reading.reply)) {
    session.explain([id], LIST_NOT_READ);
    return;
  }
  const ok = standsTimes(reading, reference, times);
  if (ok === undefined && times > 0) {
    session.explain([id], LIST_NOT_READ);
    return;
  }
  session.judge(id, {
    ok: ok ?? true,
    reply,
    found: describeTimes(list, reference, timesListed(reading, reference)),
    expected: describeTimes(list, reference, times),
  });
  const ids = ok && times > 0 ? compareIds(reading, reference, place.ids) : undefined;
  if (ids) session.judge(id, { ...ids, reply });
}

const NOT_ADDED = {
  fr: 'Le produit dont cet essai a besoin n’a pas pu être ajouté ; voyez add-product.',
  en: 'The product that this check needs could not be added; see add-product.',
};
