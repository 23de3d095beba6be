import { z } from 'zod';
import { CHANGE_OPERATIONS, CHANGED_ENTITIES } from '../../domain/change-event.ts';
import { EXCHANGE_OUTCOMES } from '../../shop/journal.ts';
import { named } from './named.ts';

export const remark = named(
  'Remark',
  z.object({
    reason: z.string().describe('Stable: see docs/errors.md.'),
    detail: z.string().describe('A sentence for people, in the caller’s language.'),
    record: z.string().exactOptional().describe('The record’s key.'),
    field: z.string().exactOptional().describe('As the sender spelled it.'),
  }),
);

const SUMMARY = {
  id: z.string().describe('Sorts by time.'),
  at: z.string().describe('The instant of the first byte, ISO 8601 in UTC.'),
  resource: z.string().describe('Empty where it could not be told.'),
  reference: z.string().describe('The record’s key; empty for lists and bulk messages.'),
  outcome: z
    .enum(EXCHANGE_OUTCOMES)
    .describe('`partly`: some records were refused; `refused`: the caller’s error; `failed`: ours.'),
  httpStatus: z.int(),
  problem: remark.exactOptional().describe('Why it was refused, or failed.'),
  warnings: z.array(remark),
  records: z.int().exactOptional().describe('Of a bulk message or a list.'),
  unchanged: z.int().exactOptional().describe('Records of a bulk message that were as they came already.'),
  run: z.string().exactOptional().describe('The run that it belongs to; that of a stranger belongs to none.'),
  durationMs: z.number(),
  timings: z
    .object({
      receive: z.number().exactOptional(),
      identify: z.number().exactOptional(),
      read: z.number().exactOptional(),
      handle: z.number().exactOptional(),
      send: z.number().exactOptional(),
    })
    .exactOptional()
    .describe('Milliseconds of each stage that it reached.'),
  requestBytes: z.int(),
  replyBytes: z.int(),
  remoteAddress: z.string(),
  replayOf: z
    .string()
    .exactOptional()
    .describe('The exchange whose request a person sent again; it belongs to no run.'),
  recorded: z
    .literal('outcomes')
    .exactOptional()
    .describe('Neither request and reply nor effect were kept of it: `journal.record` was `outcomes`.'),
};

export const exchangeSummary = named('ExchangeSummary', z.object(SUMMARY));

const fieldChange = named(
  'FieldChange',
  z.object({
    path: z.string().describe('Such as `stock`, `translations.de.name`, `deliveryAddresses.0.city`.'),
    before: z.unknown().exactOptional().describe('Absent where it had no value. Long texts are cut.'),
    after: z.unknown().exactOptional().describe('Absent where it has none now.'),
  }),
);

export const recordEffect = named(
  'RecordEffect',
  z.object({
    entity: z.enum(CHANGED_ENTITIES),
    key: z
      .string()
      .describe('A reference, a customer’s code, an order’s id, a document’s number, `SOURCE/RULE`.'),
    operation: z.enum(CHANGE_OPERATIONS),
    changes: z.array(fieldChange),
  }),
);

const transformedField = named(
  'TransformedField',
  z.object({
    path: z.string().describe('Such as `stock`, `customFields.xx_brand`, `lines.0.name`.'),
    before: z.unknown().exactOptional().describe('Absent where nothing was said, null where it was emptied.'),
    after: z.unknown().exactOptional().describe('As `before`. Long texts are cut.'),
  }),
);

const transformationStep = named(
  'TransformationStep',
  z.object({
    name: z.string().describe('A sheet’s file, `fieldMaps.products`, or a hook’s module, moment and name.'),
    moment: z.string().describe('`request` or `reply` of a sheet, else that of hooks: docs/transforms.md.'),
    outcome: z.enum(['changed', 'dropped', 'refused']),
    entity: z.string().exactOptional(),
    record: z.string().exactOptional().describe('Its key, as it came; sheets have none.'),
    changes: z.array(transformedField).exactOptional(),
    difference: z
      .array(z.object({ kind: z.enum(['same', 'removed', 'added', 'skipped']), text: z.string() }))
      .exactOptional()
      .describe('Of a sheet: the XML before and after, a line an element, with what stands around changes.'),
    said: z.string().exactOptional().describe('What `xsl:message` said.'),
    problem: remark.exactOptional().describe('Why it was dropped or refused.'),
  }),
);

const outcomeCounts = z
  .partialRecord(z.enum(EXCHANGE_OUTCOMES), z.int())
  .describe('How many exchanges of that resource ended so.');

export const exchangeRun = named(
  'ExchangeRun',
  z.object({
    id: z.string().describe('That of the exchange that was recorded first.'),
    at: z.string().describe('When it began, ISO 8601 in UTC.'),
    endedAt: z.string().describe('The end of its last exchange so far.'),
    exchanges: z.int(),
    resources: z.record(z.string(), outcomeCounts),
    records: z.int().describe('That were sent or given, each time that they were named.'),
    unchanged: z.int().describe('Records that were as they came already: writes that were saved.'),
    busyMs: z.number().describe('The time that its exchanges took, added up.'),
  }),
);

export const exchange = named(
  'Exchange',
  z.object({
    ...SUMMARY,
    request: z
      .string()
      .exactOptional()
      .describe(
        'The beginning of its XML or variables, keys masked; absent where it is not kept, or not any more.',
      ),
    isRequestCut: z
      .literal(true)
      .exactOptional()
      .describe('`request` is the beginning only: it cannot be replayed.'),
    variables: z
      .record(z.string(), z.string())
      .exactOptional()
      .describe('What the form said beside XML; `blob:sha256:…` is a file.'),
    reply: z.string().exactOptional().describe('As `request`.'),
    transformed: z
      .object({ count: z.int().describe('Of all steps.'), kept: z.array(transformationStep) })
      .exactOptional()
      .describe(
        'What sheets, field maps and hooks made of it, in their order: the first steps. Kept as long as `request`.',
      ),
    effect: z
      .array(recordEffect)
      .describe(
        'What it changed in the shop, record by record; of a message of many, the first 500. Kept as long as `request`.',
      ),
  }),
);
