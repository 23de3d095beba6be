import { Command, Option } from 'commander';
import { EDITION_NAMES, ERP_NAMES } from '../../connector/profiles/profile.ts';
import { FLOW_NAMES } from '../../connector/sync/report.ts';
import { fail } from '../../domain/error.ts';
import { defined } from '../../domain/optional.ts';
import type { RawSettings } from '../configuration/environment.ts';
import type { SyncFlags } from '../sync/sync-command.ts';
import { SYNC_WORDING } from '../wording/sync.ts';
import type { CommandContext } from './context.ts';

interface Options extends SyncFlags {
  readonly url?: string;
  readonly key?: string;
  readonly erp?: string;
  readonly edition?: string;
  readonly profile?: string;
  readonly flows?: string;
  readonly orderStates?: string;
  readonly finalState?: string;
  readonly customers?: string;
  readonly compression?: string;
  readonly state?: string;
  readonly insecure?: boolean;
}

export function createSyncCommand(context: CommandContext): Command {
  const { help } = SYNC_WORDING[context.language];
  return new Command('sync')
    .description(help.sync)
    .argument('[from]', help.from)
    .option('--url <url>', help.url)
    .option('--key <key>', help.key)
    .addOption(new Option('--erp <name>', help.erp).choices(ERP_NAMES))
    .addOption(new Option('--edition <name>', help.edition).choices(EDITION_NAMES))
    .addOption(new Option('--profile <name>', help.profile).choices(['v3', 'kit-2015', 'samples']))
    .option('--flows <names>', `${help.flows} (${FLOW_NAMES.join(', ')})`)
    .option('--order-states <states>', help.orderStates)
    .option('--final-state <state>', help.finalState)
    .addOption(new Option('--customers <mode>', help.customers).choices(['together', 'one-by-one']))
    .addOption(new Option('--compression <code>', help.compression).choices(['0', '1', '3']))
    .option('--state <folder>', help.state)
    .option('--insecure', help.insecure)
    .option('--dry-run', help.dryRun)
    .option('--everything', help.everything)
    .option('--watch [minutes]', help.watch)
    .option('--json', help.json)
    .option('--write-columns', help.writeColumns)
    .addHelpText('after', help.examples)
    .action(async (from: string | undefined, options: Options) => {
      const { runSyncCommand } = await import('../sync/sync-command.ts');
      await runSyncCommand(context, {
        from,
        flags: options,
        settings: settingsFromOptions(options),
        shop: shopFromOptions(options),
      });
    });
}

function settingsFromOptions(options: Options): RawSettings {
  const { erp, edition, flows, orderStates, finalState, customers, state } = options;
  return defined({
    erp,
    edition,
    flows: flows === undefined ? undefined : listOf('--flows', flows),
    orderStates: orderStates === undefined ? undefined : listOf('--order-states', orderStates),
    finalState,
    customers,
    state,
  });
}

const shopFromOptions = ({ url, key, profile, compression, insecure }: Options): RawSettings =>
  defined({ url, key, profile, compression, insecure });

function listOf(option: string, text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw fail('option_invalid', { field: option, value: text, expected: 'a,b,c' });
}
