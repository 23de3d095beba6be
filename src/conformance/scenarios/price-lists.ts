import { deflateRawSync, deflateSync } from 'node:zlib';
import type { RequirementId } from '../requirements/requirements.ts';
import { DECLARATION, element, type Message } from '../session/message.ts';
import { acknowledges, isRefused, isTaken, refusalText } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import { BZIP2_MESSAGE, BZIP2_REFERENCE } from './bzip2-message.ts';
import { acknowledgement, own, type Scenario, write } from './scenario.ts';

interface Rule {
  /** `ref`, and the group it is for. */
  readonly rule: string;
  readonly reference: string;
  readonly price?: string;
}

export const priceListsScenario: Scenario = {
  cites: [
    'add-grilles.reply',
    'add-grilles.repeat',
    'add-grilles.bare-xml',
    'add-grilles.unknown-product',
    'add-grilles.zlib',
    'add-grilles.bzip2',
    'add-grilles.deflate',
    'add-grilles.cut',
    'add-grilles.bad-row',
  ],
  needs: 'write',
  async run(session) {
    await judgeAccepted(session);
    await judgeRefused(session);
  },
};

interface SentRules {
  readonly id: RequirementId;
  /** Names the rules in the shop. */
  readonly rule: string;
  readonly message: Message;
}

/** Each message but the repetition names a rule of its own. */
function acceptedRules(session: Session): SentRules[] {
  const rule = (number: number): string => own(session, `R${number}`);
  const reference = own(session, 'P1');
  const document = (number: number): Buffer =>
    Buffer.from(rules(session, [{ rule: rule(number), reference }]));
  const bare = rules(session, [{ rule: rule(2), reference }], '');
  const unknown = rules(session, [{ rule: rule(3), reference: own(session, 'X6') }]);
  return [
    { id: 'add-grilles.reply', rule: rule(1), message: { data: document(1) } },
    { id: 'add-grilles.repeat', rule: rule(1), message: { data: document(1) } },
    { id: 'add-grilles.bare-xml', rule: rule(2), message: { data: bare } },
    { id: 'add-grilles.unknown-product', rule: rule(3), message: { data: unknown } },
    { id: 'add-grilles.zlib', rule: rule(4), message: compressed('1', deflateSync(document(4))) },
    { id: 'add-grilles.deflate', rule: rule(5), message: compressed('3', deflateRawSync(document(5))) },
    { id: 'add-grilles.bzip2', rule: BZIP2_REFERENCE, message: compressed('2', BZIP2_MESSAGE) },
  ];
}

async function judgeAccepted(session: Session): Promise<void> {
  const name = acknowledgement('add_grilles', session.options.profile);
  for (const { id, rule, message } of acceptedRules(session)) {
    const reply = await write(session, rule, { resource: 'add_grilles', ...message });
    if (id !== 'add-grilles.reply') session.judge(id, { ok: isTaken(reply), reply });
    else {
      const expected = { fr: `La réponse <${name}/>.`, en: `The reply <${name}/>.` };
      session.judge(id, { ok: acknowledges(reply, name), reply, expected });
    }
  }
}

/** `data` alone is compressed; the heading stands in POST too. */
const compressed = (compression: string, data: Buffer): Message => ({
  post: [{ name: 'compression', value: compression }],
  data,
  note: { fr: `compression=${compression}`, en: `compression=${compression}` },
});

async function judgeRefused(session: Session): Promise<void> {
  const rule = own(session, 'R6');
  const [good, bad] = [own(session, 'P1'), own(session, 'X7')];
  const whole = rules(session, [
    { rule, reference: good },
    { rule, reference: bad },
  ]);
  const packed = deflateSync(whole);
  const cuts: Message[] = [
    { data: whole.slice(0, whole.length / 2), note: { fr: 'coupé à la moitié', en: 'cut in the middle' } },
    compressed('1', packed.subarray(0, packed.length / 2)),
  ];
  for (const message of cuts) {
    const reply = await write(session, rule, { resource: 'add_grilles', ...message });
    session.judge('add-grilles.cut', { ok: isRefused(reply), reply });
  }
  const data = rules(session, [
    { rule, reference: good },
    { rule, reference: bad, price: 'douze' },
  ]);
  const reply = await write(session, rule, { resource: 'add_grilles', data });
  const error = refusalText(reply);
  session.judge('add-grilles.bad-row', { ok: /price|prix/i.test(error) || error.includes(bad), reply });
}

/** With key and resource inside, as in every other message, unless the heading is left out. */
function rules({ options }: Session, list: readonly Rule[], heading?: string): string {
  const inside = heading ?? element('key', options.key) + element('resource', 'add_grilles');
  return `${DECLARATION}<connecteur>${inside}<grilles>${list.map(grille).join('')}</grilles></connecteur>`;
}

const grille = ({ rule, reference, price = '10' }: Rule): string =>
  `<grille src="cli_prodfam" ref="${rule}">${element('id_product', reference)}${element('price', price)}<reduction_type>reduction_percentage</reduction_type><id_customer></id_customer>${element('group_name', rule)}<id_currency>0</id_currency><country_iso2>0</country_iso2><from_qty>1</from_qty><from>2015-02-01 00:00:00</from><to>0</to></grille>`;
