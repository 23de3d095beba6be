import { Command } from 'commander';
import { provenanceOf } from '../../composition/opened-shop.ts';
import { localDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import { ownedFieldAt } from '../../domain/ownership.ts';
import type { ProductProvenance } from '../../shop/provenance.ts';
import { printable, writeLine } from '../terminal.ts';
import { formatTable } from '../text-table.ts';
import { PROVENANCE_WORDING } from '../wording/provenance.ts';
import { type CommandContext, onStoredShop, type ShopCommand } from './context.ts';

export function createProvenanceCommand(context: CommandContext): Command {
  const { help } = PROVENANCE_WORDING[context.language];
  return new Command('provenance')
    .description(help.provenance)
    .argument('<reference>', help.reference)
    .option('--json', help.json)
    .action((reference: string, options: { json?: boolean }, command: Command) =>
      onStoredShop(context, command, async (opened, shopCommand) => {
        const part = provenanceOf(opened);
        const found = await part.provenance(reference);
        if (!found) throw fail('product_unknown', { record: reference });
        const owned = part.ownedFields();
        const { output, errors } = shopCommand.terminal;
        if (options.json) await writeLine(output, json(found, owned));
        else if (found.fields.size === 0)
          await writeLine(errors, PROVENANCE_WORDING[shopCommand.language].none);
        else await writeLine(output, table(found, owned, shopCommand));
      }),
    );
}

const json = ({ fields, ...about }: ProductProvenance, owned: readonly string[]): string =>
  JSON.stringify({ ...about, fields: Object.fromEntries(fields), owned });

function table(
  { fields }: ProductProvenance,
  ownedFields: readonly string[],
  { language, shop: { timeZone } }: ShopCommand,
): string {
  const wording = PROVENANCE_WORDING[language];
  const owned = new Set(ownedFields);
  const rows = [...fields].map(([path, { by, at, exchange = '' }]) => [
    printable(path),
    wording.writers[by],
    localDateTime(new Date(at), timeZone),
    exchange,
    ownedFieldAt(path, owned) === undefined ? '' : wording.owned,
  ]);
  return formatTable([wording.columns, ...rows]);
}
