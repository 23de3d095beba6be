import type {
  DifferenceLine,
  TransformationStep,
  Transformations,
  TransformedField,
} from '../../domain/transformation.ts';
import { describe } from '../../shop/wording.ts';
import { printable } from '../terminal.ts';
import { type FormatOptions, singleLine } from './format.ts';

/** What each sheet, field map and hook changed, in their order. */
export function formatTransformations({ count, kept }: Transformations, options: FormatOptions): string {
  const { wording } = options;
  return [
    `--- ${wording.transformations}`,
    ...kept.map((step) => formatStep(step, options)),
    ...(count > kept.length ? [wording.moreTransformations(count - kept.length)] : []),
  ].join('\n');
}

/** `hooks.ts beforeProduct: product A`, and a line for each field; of a sheet, for each element. */
function formatStep(step: TransformationStep, { language, wording }: FormatOptions): string {
  const { name, moment, entity, record, outcome, changes = [], difference = [], said, problem } = step;
  const about = entity === undefined ? wording.messages[moment] : `${entity} ${singleLine(record ?? '')}`;
  const head = [
    `${singleLine(name)}: ${about ?? moment}`,
    outcome === 'changed' ? '' : wording.verdicts[outcome],
  ];
  return [
    head.join(' ').trimEnd(),
    ...(problem ? [`    ${singleLine(describe(problem, language))}`] : []),
    ...(said === undefined ? [] : [`    ${wording.said(singleLine(said))}`]),
    ...changes.map((change) => `    ${formatField(change, wording)}`),
    ...difference.map((line) => `    ${formatLine(line)}`),
  ].join('\n');
}

const formatField = ({ path, before, after }: TransformedField, wording: FormatOptions['wording']): string =>
  `${singleLine(path)}: ${formatValue(before, wording)} → ${formatValue(after, wording)}`;

function formatValue(value: TransformedField['before'], { emptied }: FormatOptions['wording']): string {
  if (value === undefined) return '∅';
  if (value === null) return emptied;
  return singleLine(typeof value === 'string' ? value : JSON.stringify(value));
}

const MARKS = { same: ' ', removed: '-', added: '+', skipped: '…' } as const;

const formatLine = ({ kind, text }: DifferenceLine): string => `${MARKS[kind]} ${printable(text)}`.trimEnd();
