import { Command, Option } from 'commander';
import { CONNECTOR_FLOWS } from '../../conformance/connector/options.ts';
import { PROFILE_NAMES, type ProfileName } from '../../conformance/requirement.ts';
import type { CheckFlags } from '../check/check.ts';
import { CHECK_WORDING } from '../wording/check.ts';
import type { CommandContext } from './context.ts';

type Options = Omit<CheckFlags, 'profile'> & { readonly profile: ProfileName };

export function createCheckCommand(context: CommandContext): Command {
  const { help } = CHECK_WORDING[context.language];
  return new Command('check')
    .description(help.check)
    .argument('[url]', help.url)
    .option('--key <key>', help.key)
    .addOption(new Option('--profile <name>', help.profile).choices(PROFILE_NAMES).default('v3'))
    .option('--write', help.write)
    .option('--order <id>', help.order)
    .option('--connector', help.connector)
    .option('--port <port>', help.port)
    .option('--host <address>', help.host)
    .option('--idle <seconds>', help.idle)
    .option('--flows <names>', `${help.flows} (${CONNECTOR_FLOWS.join(', ')})`)
    .option('--products <references>', help.products)
    .option('--options <references>', help.options)
    .option('--timeout <seconds>', help.timeout)
    .option('--baseline <file>', help.baseline)
    .option('--html <file>', help.html)
    .option('--junit <file>', help.junit)
    .option('--json <file>', help.json)
    .addHelpText('after', help.examples)
    .action(async (url: string | undefined, options: Options) => {
      const { runCheckCommand } = await import('../check/check-command.ts');
      await runCheckCommand(context, url, options);
    });
}
