import { Command, Option } from 'commander';
import {
  EDITION_NAMES,
  type EditionName,
  ERP_NAMES,
  type ErpName,
} from '../../connector/profiles/profile.ts';
import { fail } from '../../domain/error.ts';
import { interruption } from '../interruption.ts';
import { DEMO_WORDING } from '../wording/demo.ts';
import type { CommandContext } from './context.ts';

interface Options {
  readonly erp: ErpName;
  readonly edition: EditionName;
  readonly seed: string;
  readonly articles: string;
  readonly every: string;
  readonly runs?: string;
}

export function createDemoCommand(context: CommandContext): Command {
  const { help } = DEMO_WORDING[context.language];
  return new Command('demo')
    .description(help.demo)
    .addOption(new Option('--erp <name>', help.erp).choices(ERP_NAMES).default('ebp-open-line'))
    .addOption(new Option('--edition <name>', help.edition).choices(EDITION_NAMES).default('b2b'))
    .option('--seed <number>', help.seed, '1')
    .option('--articles <number>', help.articles, '200')
    .option('--every <seconds>', help.every, '5')
    .option('--runs <number>', help.runs)
    .action((options: Options) => runDemoCommand(context, options));
}

async function runDemoCommand(context: CommandContext, options: Options): Promise<void> {
  const { everyExpected, runsExpected, articlesExpected } = DEMO_WORDING[context.language];
  const seed = wholeNumber('--seed', options.seed, { from: 0, to: 2 ** 31, expected: runsExpected });
  const articles = wholeNumber('--articles', options.articles, {
    from: 1,
    to: 100_000,
    expected: articlesExpected,
  });
  const seconds = wholeNumber('--every', options.every, { from: 0, to: 86_400, expected: everyExpected });
  const runs =
    options.runs === undefined
      ? undefined
      : wholeNumber('--runs', options.runs, { from: 1, to: 1_000_000, expected: runsExpected });
  // Loaded only here: the other commands need no server.
  const { runDemo } = await import('../demo/demo.ts');
  const { erp, edition } = options;
  await runDemo(context, { erp, edition, seed, articles, seconds, runs, signal: interruption() });
}

interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly expected: string;
}

function wholeNumber(option: string, said: string, { from, to, expected }: Bounds): number {
  const value = Number(said);
  if (/^\d+$/.test(said) && value >= from && value <= to) return value;
  throw fail('option_invalid', { field: option, value: said, expected });
}
