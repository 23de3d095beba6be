import type { RequirementId } from '../requirements/requirements.ts';
import { OPTIONS_LIST_SCHEMA, PRODUCTS_LIST_SCHEMA } from '../schemas/lists.ts';
import { isAccepted, isRefused } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import type { Texts } from '../texts.ts';
import {
  type CatalogueList,
  type Entry,
  FAR_START,
  LIST_NOT_READ,
  readSlice,
  SLICE,
  type Slice,
} from './catalogue.ts';
import type { Scenario } from './scenario.ts';
import { describeViolations, shapeOf } from './shape.ts';

type Group = 'products-list' | 'options-list';

const GROUPS = { products_list: 'products-list', options_list: 'options-list' } as const;

const ids = (group: Group): RequirementId[] => [
  `${group}.shape`,
  `${group}.ids-unique`,
  `${group}.references-unique`,
  `${group}.slices`,
];

/** Fewer say nothing about slices. */
const ENOUGH = 3;

/** Both lists of references. */
export const catalogueListsScenario: Scenario = {
  cites: [
    ...ids('products-list'),
    'products-list.stable',
    'products-list.past-end',
    'products-list.bad-limit',
    ...ids('options-list'),
    'options-list.apart',
  ],
  needs: 'read',
  async run(session) {
    const products = await judgeList(session, 'products_list');
    await judgeRereading(session, products);
    await judgeLimits(session, products);
    const options = await judgeList(session, 'options_list');
    judgeApart(session, products, options);
  },
};

async function judgeList(session: Session, list: CatalogueList): Promise<Slice> {
  const group = GROUPS[list];
  const head = await readSlice(session, list, `0,${SLICE}`);
  judgeShape(session, list, head);
  if (head.entries.length === 0) {
    session.explain(ids(group), whyShort(head, list));
    return head;
  }
  judgeUnique(session, head, { id: `${group}.ids-unique`, field: 'id' });
  judgeUnique(session, head, { id: `${group}.references-unique`, field: 'reference' });
  if (head.entries.length < ENOUGH) session.explain([`${group}.slices`], emptyList(list));
  else await judgeSlices(session, list, head);
  return head;
}

function judgeShape({ judge }: Session, list: CatalogueList, { reply, entries }: Slice): void {
  const found = shapeOf(reply, list === 'products_list' ? PRODUCTS_LIST_SCHEMA : OPTIONS_LIST_SCHEMA);
  if (found?.length === 0 && entries.length === 0) return;
  judge(`${GROUPS[list]}.shape`, { ok: found?.length === 0, reply, ...describeViolations(found ?? []) });
}

interface Uniqueness {
  readonly id: RequirementId;
  readonly field: keyof Entry;
}

function judgeUnique({ judge }: Session, slice: Slice, { id, field }: Uniqueness): void {
  const counts = Map.groupBy(
    slice.entries.map((entry) => entry[field]).filter((value) => value !== ''),
    (value) => value,
  );
  const repeated = [...counts].filter(([, found]) => found.length > 1).map(([value]) => value);
  const shown = repeated.slice(0, 10).join(', ');
  judge(id, {
    ok: repeated.length === 0,
    reply: slice.reply,
    ...(repeated.length === 0 ? {} : { found: { fr: `Répétés : ${shown}`, en: `Repeated: ${shown}` } }),
  });
}

/** Three slices side by side, one in the middle, and the whole without a limit where it is short. */
async function judgeSlices(session: Session, list: CatalogueList, { entries }: Slice): Promise<void> {
  const count = Math.ceil(entries.length / 3);
  const parts = [`0,${count}`, `${count},${count}`, `${2 * count},${count}`, '1,1'];
  const whole = entries.length < SLICE ? [undefined] : [];
  for (const limit of [...parts, ...whole]) {
    const slice = await readSlice(session, list, limit);
    const [start = 0, length = entries.length] = limit?.split(',').map(Number) ?? [];
    const right = entries.slice(start, start + length).map(describeEntry);
    const came = slice.entries.slice(0, right.length + 1).map(describeEntry);
    // The list is known up to its first slice only.
    const known = start + length <= SLICE ? came : came.slice(0, right.length);
    session.judge(`${GROUPS[list]}.slices`, {
      ok: isAccepted(slice.reply) && known.join('\n') === right.join('\n'),
      reply: slice.reply,
      found: {
        fr: `Éléments : ${slice.entries.length}, de ${came[0] ?? '–'} à ${came.at(-1) ?? '–'}`,
        en: `Entries: ${slice.entries.length}, from ${came[0] ?? '–'} to ${came.at(-1) ?? '–'}`,
      },
      expected: {
        fr: `Éléments : ${right.length}, de ${right[0]} à ${right.at(-1)}, comme dans limit=0,${SLICE}`,
        en: `Entries: ${right.length}, from ${right[0]} to ${right.at(-1)}, as in limit=0,${SLICE}`,
      },
    });
  }
}

const describeEntry = ({ id, reference }: Entry): string => `${id}:${reference}`;

async function judgeRereading(session: Session, first: Slice): Promise<void> {
  if (first.entries.length < 2) {
    session.explain(['products-list.stable'], whyShort(first, 'products_list'));
    return;
  }
  const again = await readSlice(session, 'products_list', `0,${SLICE}`);
  const inOrder = ({ entries }: Slice): string => entries.map(describeEntry).join('\n');
  session.judge('products-list.stable', { ok: inOrder(first) === inOrder(again), reply: again.reply });
}

async function judgeLimits(session: Session, head: Slice): Promise<void> {
  const { entries } = head;
  session.explain(['products-list.past-end'], whyShort(head, 'products_list'));
  // A list that is always empty has no end.
  const ends = entries.length < SLICE ? [entries.length, FAR_START] : [FAR_START];
  for (const start of entries.length === 0 && isAccepted(head.reply) ? [] : ends) {
    const past = await readSlice(session, 'products_list', `${start},10`);
    const ok = isAccepted(past.reply) && past.entries.length === 0;
    session.judge('products-list.past-end', { ok, reply: past.reply });
  }
  for (const limit of ['abc', '-5,10']) {
    const { reply } = await readSlice(session, 'products_list', limit);
    session.judge('products-list.bad-limit', { ok: isRefused(reply), reply });
  }
}

function judgeApart({ judge, explain }: Session, products: Slice, options: Slice): void {
  if (products.entries.length === 0 || options.entries.length === 0) {
    explain(
      ['options-list.apart'],
      products.entries.length === 0 ? whyShort(products, 'products_list') : whyShort(options, 'options_list'),
    );
    return;
  }
  const references = new Set(products.entries.map(({ reference }) => reference).filter(Boolean));
  const both = options.entries.map(({ reference }) => reference).filter((one) => references.has(one));
  const shown = both.slice(0, 10).join(', ');
  judge('options-list.apart', {
    ok: both.length === 0,
    reply: options.reply,
    ...(both.length === 0 ? {} : { found: { fr: `Dans les deux : ${shown}`, en: `In both: ${shown}` } }),
  });
}

const whyShort = ({ reply }: Slice, list: CatalogueList): Texts =>
  isAccepted(reply) ? emptyList(list) : LIST_NOT_READ;

const emptyList = (list: CatalogueList): Texts =>
  list === 'products_list'
    ? {
        fr: `products_list a moins de ${ENOUGH} produits : chargez-en, ou utilisez --write.`,
        en: `products_list has fewer than ${ENOUGH} products: load some, or use --write.`,
      }
    : {
        fr: `options_list a moins de ${ENOUGH} déclinaisons : chargez-en, ou utilisez --write.`,
        en: `options_list has fewer than ${ENOUGH} variants: load some, or use --write.`,
      };
