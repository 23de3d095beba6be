import { Command } from 'commander';
import { loadTransforms } from '../../composition/transforms.ts';
import { describe } from '../../shop/wording.ts';
import { interruption } from '../interruption.ts';
import { requireStored, withShop } from '../open-shop.ts';
import { shopSpec, wireOptions } from '../serve/settings.ts';
import { openShopSheets } from '../serve/shops/shop-sheets.ts';
import { printable, writeLine } from '../terminal.ts';
import { difference } from '../transform/difference.ts';
import {
  messageFile,
  readExchange,
  readMessageFile,
  type SaidOfMessage,
  type TriedMessage,
} from '../transform/message.ts';
import { type TrialStep, tryMessage } from '../transform/trial.ts';
import { tryOnChange } from '../transform/watch.ts';
import { TRANSFORM_WORDING } from '../wording/transform.ts';
import { type CommandContext, type ShopCommand, shopOf } from './context.ts';

interface TryOptions extends SaidOfMessage {
  readonly watch?: boolean;
}

export function createTransformCommand(context: CommandContext): Command {
  const { help } = TRANSFORM_WORDING[context.language];
  return new Command('transform').description(help.transform).addCommand(
    new Command('try')
      .description(help.try)
      .argument('<message>', help.message)
      .option('--resource <name>', help.resource)
      .option('--reply', help.reply)
      .option('--watch', help.watch)
      .action(async (name: string, options: TryOptions, command: Command) => {
        const shopCommand = await shopOf(context, command);
        if (options.watch) await watchFor(name, shopCommand);
        else await tryOnce(await readMessage(name, options, shopCommand), shopCommand);
      }),
  );
}

async function readMessage(
  name: string,
  said: SaidOfMessage,
  { terminal, shop }: ShopCommand,
): Promise<TriedMessage> {
  const path = messageFile(terminal.folder, name);
  if (path !== undefined) return readMessageFile(path, said);
  requireStored(shop);
  return withShop(shop, ({ journal }) => readExchange(journal, name, said));
}

async function tryOnce(message: TriedMessage, command: ShopCommand): Promise<void> {
  const { shop, language, terminal } = command;
  const { transforms } = shopSpec(shop);
  const sheets = await openShopSheets(shop);
  const steps: TrialStep[] = [];
  const trial = {
    name: shop.name,
    language,
    wire: wireOptions(shop),
    transforms: transforms && (await loadTransforms(transforms)),
    sheets,
  };
  try {
    await tryMessage(message, trial, (step) => steps.push(step));
  } finally {
    sheets?.close();
    for (const step of steps) await writeLine(terminal.output, shown(step, command));
  }
  if (steps.length === 0) await writeLine(terminal.errors, TRANSFORM_WORDING[language].none);
}

function shown(
  { name, before, after, problem, said }: TrialStep,
  { language, terminal }: ShopCommand,
): string {
  const wording = TRANSFORM_WORDING[language];
  const changed = difference(printable(before), printable(after), isColoured(terminal));
  return [
    `── ${printable(name)}`,
    ...(said === undefined ? [] : [`${wording.says} ${printable(said.trim())}`]),
    problem ? printable(describe(problem, language)) : changed || wording.unchanged,
  ].join('\n');
}

/** Where a person reads it, who has not asked for none (no-color.org). */
const isColoured = ({ output, environment }: ShopCommand['terminal']): boolean =>
  'isTTY' in output && output.isTTY === true && !environment.NO_COLOR;

async function watchFor(name: string, { terminal, shop, language }: ShopCommand): Promise<void> {
  const file = messageFile(terminal.folder, name);
  const paths = [file, shop.sheets, ...shop.transforms];
  await tryOnChange({
    paths: paths.flatMap((path) => (path === undefined ? [] : [path])),
    words: terminal.words.filter((word) => word !== '--watch'),
    signal: interruption(),
    onTried: () => writeLine(terminal.errors, TRANSFORM_WORDING[language].watching),
  });
}
