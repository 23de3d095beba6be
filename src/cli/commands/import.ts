import { Command, Option } from 'commander';
import { fail } from '../../domain/error.ts';
import { FORMATS, type Format } from '../../records/formats.ts';
import { RECORD_KINDS, type RecordKind } from '../../records/kinds.ts';
import { importFile } from '../import/import-file.ts';
import { SAMPLE_FILES } from '../import/sample.ts';
import { type ImportSource, sourceFromName } from '../import/sources.ts';
import { withShop } from '../open-shop.ts';
import { IMPORT_WORDING } from '../wording/import.ts';
import { type CommandContext, shopOf } from './context.ts';

interface ImportOptions {
  readonly sample?: boolean;
  readonly kind?: RecordKind;
  readonly format?: Format;
}

export function createImportCommand(context: CommandContext): Command {
  const { help } = IMPORT_WORDING[context.language];
  return new Command('import')
    .description(help.import)
    .argument('[files...]', help.files)
    .option('--sample', help.sample)
    .addOption(new Option('--kind <kind>', help.kind).choices(RECORD_KINDS))
    .addOption(new Option('--format <format>', help.format).choices(FORMATS))
    .addHelpText('after', help.examples)
    .action((files: string[], options: ImportOptions, command: Command) =>
      runImport(context, command, { files, options }),
    );
}

async function runImport(
  context: CommandContext,
  command: Command,
  { files, options }: { readonly files: readonly string[]; readonly options: ImportOptions },
): Promise<void> {
  const names = [...(options.sample ? SAMPLE_FILES : []), ...files];
  const { shop, ...spoken } = await shopOf(context, command);
  const { terminal } = spoken;
  const wording = IMPORT_WORDING[spoken.language];
  if (names.length === 0)
    throw fail('file_kind_unknown', { value: 'import', expected: wording.nothingToImport });
  const sources: ImportSource[] = [];
  for (const name of names)
    sources.push(
      await sourceFromName(name, {
        terminal,
        wording,
        ...(options.kind && { kind: options.kind }),
        ...(options.format && { format: options.format }),
      }),
    );
  let saved = 0;
  let refused = 0;
  await withShop(shop, async (opened) => {
    for (const source of sources) {
      const result = await importFile(source, opened, spoken);
      saved += result.saved;
      refused += result.refused;
    }
  });
  if (refused > 0) throw fail('records_refused', { saved, refused });
}
