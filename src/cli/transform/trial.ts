import type { Moment, Moments } from '../../decorators/transforms/moments.ts';
import { type Passage, refusalOf } from '../../decorators/transforms/passage.ts';
import type { TransformsOptions } from '../../decorators/transforms/transforming.ts';
import { tryHooks } from '../../decorators/transforms/try-hooks.ts';
import { fail, PasserelleError } from '../../domain/error.ts';
import type { Decoded, Problem } from '../../domain/problem.ts';
import type { ProductOperation } from '../../domain/product.ts';
import type { OpenSheets, SheetStep } from '../../sheets/sheets.ts';
import type { OperationName } from '../../shop/operations.ts';
import type { Language } from '../../shop/wording.ts';
import { DEFAULT_LIMITS } from '../../webservice/limits.ts';
import { transformedReply, transformedRequest } from '../../webservice/transform-xml.ts';
import type { WireOptions, WireRequest } from '../../wire/messages/codec.ts';
import { RESOURCES } from '../../wire/messages/resources.ts';
import { readDocument } from '../../wire/xml/document.ts';
import type { Shape, XmlElement } from '../../wire/xml/element.ts';
import { readRecords } from '../../wire/xml/records.ts';
import type { TriedMessage } from './message.ts';
import { recordLines, xmlText } from './shown.ts';

/** What one transformation did: texts that a person can compare. */
export interface TrialStep {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Why it went no further, or what `xsl:message` said. */
  readonly problem?: Problem;
  readonly said?: string;
}

export interface TrialShop {
  readonly name: string;
  readonly language: Language;
  readonly wire: WireOptions;
  readonly transforms: TransformsOptions | undefined;
  readonly sheets: OpenSheets | undefined;
}

/**
 * Sends a message through a shop's sheets, field maps and hooks, in the order of the server, with no shop behind them. Tells each step, and
 * rejects where the message is refused.
 */
export async function tryMessage(
  message: TriedMessage,
  shop: TrialShop,
  onStep: (step: TrialStep) => void,
): Promise<void> {
  const trial: Trial = { message, shop, onStep, served: withSteps(shop, onStep) };
  if (message.direction === 'reply') return tryReply(trial);
  const { resource } = message;
  if (resource === 'add_customer' || resource === 'add_grilles') return tryRecords(resource, trial);
  const request = await tryRequest(RESOURCES[resource].codec.requestShape, trial);
  switch (resource) {
    case 'add_product':
    case 'update_product':
    case 'add_option':
    case 'update_option': {
      const value = accepted(RESOURCES[resource].codec.decodeRequest(request, shop.wire));
      return passOne(value, 'beforeProduct', { ...trial, operation: 'saveProduct', product: resource });
    }
    case 'add_order': {
      const value = accepted(RESOURCES[resource].codec.decodeRequest(request, shop.wire));
      return passOne(value, 'beforeSalesDocument', { ...trial, operation: 'saveSalesDocument' });
    }
    default:
      return undefined;
  }
}

interface Trial {
  readonly message: TriedMessage;
  readonly shop: TrialShop;
  readonly served: Parameters<typeof transformedReply>[1]['served'];
  onStep(step: TrialStep): void;
}

const withSteps = ({ sheets, language }: TrialShop, onStep: (step: TrialStep) => void): Trial['served'] => ({
  language,
  ...(sheets && {
    transformXml: {
      of(resource, moment) {
        const apply = sheets.of(resource, moment);
        return apply && ((xml) => apply(xml, (step) => onStep(sheetStep(step))));
      },
    },
  }),
});

function sheetStep(step: SheetStep): TrialStep {
  const before = xmlText(step.before);
  if (!step.after) return { name: step.sheet, before, after: before, problem: step.problem };
  return {
    name: step.sheet,
    before,
    after: xmlText(step.after),
    ...(step.said !== '' && { said: step.said }),
  };
}

async function tryRequest(requestShape: Shape, { message, served }: Trial): Promise<WireRequest> {
  const { xml, variables, resource } = message;
  if (xml.length === 0) return { variables, files: new Map() };
  const sent = accepted(readDocument(xml, requestShape));
  const reading = { served, resource, message: { requestShape }, limits: DEFAULT_LIMITS };
  return { variables, files: new Map(), document: await transformedRequest(xml, sent, reading) };
}

/** An order on its way to the ERP: hooks first, then sheets. */
async function tryReply(trial: Trial): Promise<void> {
  const { message, shop, served } = trial;
  const hasHooks = message.resource === 'orders' && (shop.transforms?.hooks.afterOrder.length ?? 0) > 0;
  const reply = hasHooks ? await passOrder(trial) : undefined;
  const text = reply ?? new TextDecoder().decode(message.xml);
  const handled = { reply: text, outcome: 'success', warnings: [], reference: '' } as const;
  await transformedReply(handled, { resource: message.resource, served });
}

/** The reply with what hooks changed; none where they changed nothing. An order that is dropped is one that the ERP skips. */
async function passOrder(trial: Trial): Promise<string | undefined> {
  const { message, shop } = trial;
  const { codec } = RESOURCES.orders;
  const sent = accepted(codec.decodeReply(accepted(readDocument(message.xml, codec.replyShape)), shop.wire));
  const { placedAt, reference } = sent;
  if (placedAt === undefined) throw fail('field_missing', { entity: 'order', field: 'date_add' });
  const order = { ...sent, id: message.variables.get('id') ?? reference ?? '', placedAt };
  const passage = await pass(order, 'afterOrder', { ...trial, operation: 'readOrder' });
  if (passage.kind === 'dropped') return codec.encodeReply({ ...order, excluded: true }, shop.wire);
  return passage.value === order ? undefined : codec.encodeReply(passage.value, shop.wire);
}

/** Each record of a bulk message; such messages have no sheets. One that is refused is told, and the next one tried. */
async function tryRecords(resource: 'add_customer' | 'add_grilles', trial: Trial): Promise<void> {
  const { codec } = RESOURCES[resource];
  const source = (async function* () {
    yield trial.message.xml;
  })();
  for await (const batch of readRecords(source, { shape: codec.shape, recordName: codec.recordName }))
    for (const element of batch) await tryBulkRecord(resource, element, trial);
}

async function tryBulkRecord(
  resource: 'add_customer' | 'add_grilles',
  element: XmlElement,
  trial: Trial,
): Promise<void> {
  const { wire } = trial.shop;
  if (resource === 'add_customer') {
    const decoded = RESOURCES.add_customer.codec.decodeRecord(element, wire);
    if (decoded.ok) await pass(decoded.value, 'beforeCustomer', { ...trial, operation: 'saveCustomers' });
    else tellRefused(resource, decoded.problem, trial);
  } else {
    const decoded = RESOURCES.add_grilles.codec.decodeRecord(element, wire);
    if (decoded.ok) await pass(decoded.value, 'beforePriceRule', { ...trial, operation: 'savePriceRules' });
    else tellRefused(resource, decoded.problem, trial);
  }
}

const tellRefused = (name: string, refused: Problem, { onStep }: Trial): void =>
  onStep({ name, before: '', after: '', problem: refused });

interface Passing extends Trial {
  readonly operation: OperationName;
  readonly product?: ProductOperation;
}

async function pass<Name extends Moment>(
  value: Moments[Name],
  moment: Name,
  { shop, onStep, operation, product }: Passing,
): Promise<Passage<Moments[Name]>> {
  if (!shop.transforms) return { kind: 'passed', value };
  const context = { shop: shop.name, operation, ...(product && { message: product }) };
  const { steps, passage } = await tryHooks(value, moment, { transformation: shop.transforms, context });
  for (const { hook, before, after, problem: found } of steps) {
    const shown = { before: recordLines(before), after: recordLines(after) };
    onStep({ name: hook, ...shown, ...(found && { problem: found }) });
  }
  return passage;
}

/** A record that is alone in its message: refused, it is the message's error. */
async function passOne<Name extends Moment>(
  value: Moments[Name],
  moment: Name,
  passing: Passing,
): Promise<void> {
  const passage = await pass(value, moment, passing);
  if (passage.kind === 'refused') throw refusalOf(passage);
}

function accepted<Value>(decoded: Decoded<Value>): Value {
  if (decoded.ok) return decoded.value;
  throw new PasserelleError(decoded.problem);
}
