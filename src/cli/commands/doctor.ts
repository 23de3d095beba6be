import { Command } from 'commander';
import { attempted, type Examination } from '../../adapters/examination.ts';
import { shopKindOf } from '../../composition/shop-kinds.ts';
import { describe } from '../../shop/wording.ts';
import { CommandExit } from '../exit.ts';
import { requireStored, withShop } from '../open-shop.ts';
import { shopSpec } from '../serve/settings.ts';
import { writeLine } from '../terminal.ts';
import { DOCTOR_WORDING } from '../wording/doctor.ts';
import { type CommandContext, type ShopCommand, shopOf } from './context.ts';

export function createDoctorCommand(context: CommandContext): Command {
  const { help } = DOCTOR_WORDING[context.language];
  return new Command('doctor')
    .description(help.doctor)
    .addHelpText('after', help.examples)
    .action(async (_options: unknown, command: Command) => {
      const shopCommand = await shopOf(context, command);
      await report(await examine(shopCommand), shopCommand);
    });
}

/** A shop of a kind that cannot be examined is well when it opens and answers. */
async function examine({ shop }: ShopCommand): Promise<Examination> {
  const { examine: look } = shopKindOf(shop.store);
  if (look) return look(shopSpec(shop));
  requireStored(shop);
  const { errors } = await attempted(() => withShop(shop, (opened) => opened.probe()));
  return { errors, remarks: [] };
}

async function report(
  { errors, remarks }: Examination,
  { shop, terminal: { output }, language }: ShopCommand,
): Promise<void> {
  const wording = DOCTOR_WORDING[language];
  for (const error of errors) await writeLine(output, wording.error(describe(error, language)));
  for (const { kept, count } of remarks) {
    for (const remark of kept) await writeLine(output, wording.remark(describe(remark, language)));
    if (count > kept.length) await writeLine(output, wording.more(count - kept.length));
  }
  const strange = remarks.reduce((sum, { count }) => sum + count, 0);
  const isWell = errors.length === 0 && strange === 0;
  await writeLine(output, isWell ? wording.nothing(shop.name) : wording.found(errors.length, strange));
  if (errors.length > 0) throw new CommandExit(1);
}
