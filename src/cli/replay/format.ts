import { localDateTime } from '../../domain/dates.ts';
import type { Replay } from '../../shop/replay.ts';
import { describe } from '../../shop/wording.ts';
import { type FormatOptions, formatEffect, singleLine } from '../journal/format.ts';
import { printable } from '../terminal.ts';
import type { ReplayWording } from '../wording/replay.ts';

export interface ReplayFormat extends Omit<FormatOptions, 'wording'> {
  readonly wording: ReplayWording;
  /** With both replies where they differ. */
  readonly whole: boolean;
}

/** One line: which exchange, what it came to then and now; what is wrong now and what it did follow in lines of their own. */
export function formatReplay(replay: Replay, format: ReplayFormat): string {
  const { before, after, sameReply, sameOutcome, effect } = replay;
  const { language, timeZone, wording, whole } = format;
  const said = [...(after.problem ? [after.problem] : []), ...after.warnings];
  const head = [
    localDateTime(new Date(before.at), timeZone),
    before.id,
    singleLine(before.resource || '-').padEnd(18),
    singleLine(before.reference),
    sameOutcome ? `${after.outcome} (${wording.asBefore})` : `${before.outcome} → ${after.outcome}`,
    ...(sameReply ? [] : [wording.otherReply]),
  ];
  return [
    head.filter((part) => part !== '').join('  '),
    ...said.map((problem) => `    ${singleLine(describe(problem, language))}`),
    ...effect.map((one) => indented(formatEffect(one))),
    ...(whole && !sameReply ? replies(replay, wording) : []),
  ].join('\n');
}

const indented = (text: string): string => text.replace(/^/gm, '    ');

const replies = ({ before, after }: Replay, wording: ReplayWording): readonly string[] => [
  `--- ${wording.oldReply}`,
  printable(before.reply ?? wording.notKept),
  `--- ${wording.newReply}`,
  printable(after.reply ?? ''),
];
