import { Command } from 'commander';
import { SERVE_WORDING } from '../wording/serve.ts';
import { type CommandContext, configurationOf } from './context.ts';

export function createServeCommand(context: CommandContext): Command {
  return new Command('serve')
    .description(SERVE_WORDING[context.language].help)
    .action(async (_options: unknown, command: Command) => {
      const configuration = await configurationOf(context, command);
      // Loaded only here: the other commands need neither HTTP nor the messages' codecs.
      const { serve } = await import('../serve/serve.ts');
      const { stopSignal } = await import('../serve/stop-signal.ts');
      const server = await serve(configuration, { print: (line) => process.stdout.write(`${line}\n`) });
      await stopSignal();
      await server.stop();
    });
}
