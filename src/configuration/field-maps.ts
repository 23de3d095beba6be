import { z } from 'zod';
import { isDateFormat } from '../decorators/transforms/field-maps/date-format.ts';
import type { FieldMap, MappedKind } from '../decorators/transforms/field-maps/field-map.ts';
import {
  isPerLine,
  knownPaths,
  listOf,
  type Slot,
  slotOf,
} from '../decorators/transforms/field-maps/slots.ts';
import { closest } from '../parsing/closest.ts';
import { isNodePlace, isOwnNode } from '../wire/messages/orders/own-nodes.ts';
import { checked, decimal, type Expectation, refuse, text } from './values.ts';

const numberSchema = z.strictObject({
  factor: decimal().exactOptional().describe('What it is multiplied by: `0.001` from grams to kilograms.'),
  places: z
    .int()
    .min(0)
    .max(12)
    .exactOptional()
    .describe('How many digits it has behind the point, rounded half away from zero.'),
  separator: z
    .enum(['.', ','])
    .exactOptional()
    .describe('What stands before them, where it goes into a text. By default a point.'),
});

const fieldMapSchema = (kind: MappedKind) =>
  z
    .strictObject({
      from: text()
        .exactOptional()
        .describe(
          'Where the value comes from: a field, or a custom field (`xx_marque`). Either this or `value`.',
        ),
      to: text().describe(
        'Where it goes: a field, a custom field, or a node of an order (`client/code_famille`).',
      ),
      value: z.string().exactOptional().describe('A constant, in place of `from`.'),
      default: z
        .string()
        .exactOptional()
        .describe(
          'What an empty value becomes, one that is not in `table`, and an absent one of a new product or of an order. What an update does not say stays untouched.',
        ),
      table: z
        .record(z.string(), z.string())
        .exactOptional()
        .describe('What each value becomes. Without a `default`, one that is not in it refuses the record.'),
      number: numberSchema.exactOptional().describe('How a number is changed and written.'),
      date: checked('dateFormat', isDateFormat)
        .exactOptional()
        .describe('How a date is written, where it goes into a text: `dd/mm/yyyy`, `yyyy-mm-dd hh:min:ss`.'),
      keep: z
        .boolean()
        .exactOptional()
        .describe('Whether a custom field that goes elsewhere stays under its own name too. By default not.'),
    })
    .refine(({ from, value }) => (from === undefined) !== (value === undefined), refuse('fromOrValue'))
    .superRefine((map, context) => {
      for (const { path, ...issue } of pathIssues(kind, map))
        context.addIssue({ code: 'custom', path: [path], ...issue });
    });

interface PathIssue {
  readonly path: 'from' | 'to';
  readonly message: Expectation;
  readonly input: string;
  /** What is said beside the expectation. */
  readonly params?: { readonly closest: string };
}

function pathIssues(kind: MappedKind, { from, to }: FieldMap): readonly PathIssue[] {
  const source = from === undefined ? undefined : slotOf(kind, from);
  const target = slotOf(kind, to);
  return [
    ...(from !== undefined && !source ? [unknownPath(kind, 'from', from)] : []),
    ...(!target || target.readOnly ? [unknownPath(kind, 'to', to)] : []),
    ...(kind === 'orders' && target?.steps[0] === 'customFields' ? nodeIssues(to, target) : []),
    ...(source && target && isPerLine(source) && !(isPerLine(target) && listOf(source) === listOf(target))
      ? [{ path: 'to', message: 'perLine', input: to } as const]
      : []),
  ];
}

/** Of a node of one's own in an order. */
function nodeIssues(input: string, { steps: [, place = ''] }: Slot): readonly PathIssue[] {
  const message = !isNodePlace(place) ? 'nodePlace' : !isOwnNode(place) ? 'ownNode' : undefined;
  return message === undefined ? [] : [{ path: 'to', message, input }];
}

function unknownPath(kind: MappedKind, path: 'from' | 'to', input: string): PathIssue {
  const near = closest(input, knownPaths(kind, path === 'to'));
  const message = path === 'from' ? 'fieldPath' : 'targetPath';
  return { path, message, input, ...(near !== undefined && { params: { closest: near } }) };
}

const maps = (kind: MappedKind) => z.array(fieldMapSchema(kind)).exactOptional();

/** What goes from which field to which. */
export const fieldMapsSchema = z.strictObject({
  products: maps('products').describe('Of the products and variants that the ERP sends.'),
  customers: maps('customers').describe('Of the customers that the ERP sends.'),
  priceRules: maps('priceRules').describe('Of the price rules that the ERP sends.'),
  orders: maps('orders').describe('Of the orders that the ERP reads.'),
  orderStates: z
    .record(text(), text())
    .exactOptional()
    .describe('The shop’s states of orders, each with what the ERP calls it: `{ "payment_accepted": "2" }`.'),
});
