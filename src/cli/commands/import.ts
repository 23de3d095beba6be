import { join } from 'node:path';
import { Command, Option } from 'commander';
import { fail } from '../../domain/error.ts';
import { RECORD_KINDS, type RecordKind } from '../../records/kinds.ts';
import { importFile } from '../import/import-file.ts';
import { FORMATS, type Format, type ImportSource, sourceFromName } from '../import/sources.ts';
import { withStore } from '../open-shop.ts';
import { type CommandContext, shopOf } from './context.ts';

interface ImportOptions {
  readonly sample?: boolean;
  readonly kind?: RecordKind;
  readonly format?: Format;
}

export function createImportCommand(context: CommandContext): Command {
  const { help } = context.wording;
  return new Command('import')
    .description(help.import)
    .argument('[files...]', help.importFiles)
    .option('--sample', help.importSample)
    .addOption(new Option('--kind <kind>', help.importKind).choices(RECORD_KINDS))
    .addOption(new Option('--format <format>', help.importFormat).choices(FORMATS))
    .addHelpText('after', help.importExamples)
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
  const { terminal, wording } = spoken;
  if (names.length === 0)
    throw fail('file_kind_unknown', { value: 'import', expected: wording.import.nothingToImport });
  const sources: ImportSource[] = [];
  for (const name of names)
    sources.push(
      await sourceFromName(name, {
        terminal,
        wording: wording.import,
        ...(options.kind && { kind: options.kind }),
        ...(options.format && { format: options.format }),
      }),
    );
  let saved = 0;
  let refused = 0;
  await withStore(shop, async (store) => {
    for (const source of sources) {
      const result = await importFile(source, store, spoken);
      saved += result.saved;
      refused += result.refused;
    }
  });
  if (refused > 0) throw fail('records_refused', { saved, refused });
}

/** In the order in which one needs the other. */
const SAMPLE_FILES = ['products', 'customers', 'price-rules', 'orders'].map((kind) =>
  join(import.meta.dirname, '..', '..', '..', 'sample', `${kind}.jsonl`),
);
