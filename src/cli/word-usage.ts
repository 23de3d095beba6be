import type { Command, Option } from 'commander';
import type { CommandContext } from './commands/context.ts';
import { type HelpWording, PROGRAM_WORDING, type UsageWording } from './wording/program.ts';

/** Gives a command and all that are below it their language, for help and for errors in the command line. */
export function wordUsage(command: Command, context: CommandContext): void {
  const { terminal, language } = context;
  const wording = PROGRAM_WORDING[language];
  const titles = titleWording(wording.help);
  command
    .helpOption('-h, --help', wording.help.helpOption)
    .exitOverride()
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: 110,
      styleTitle: (title) => titles.get(title) ?? title,
      optionDescription: (option) => withChoices(option, wording.help),
      argumentDescription: (argument) => withChoices(argument, wording.help),
    })
    .configureOutput({
      writeOut: (text) => void terminal.output.write(text),
      writeErr: (text) => void terminal.errors.write(text),
      outputError: (text, write) => write(wordError(text, wording.usage)),
    });
  if (command.commands.length > 0) command.helpCommand('help [command]', wording.help.helpCommand);
  for (const child of command.commands) wordUsage(child, context);
}

const withChoices = (
  { description, argChoices }: Pick<Option, 'description' | 'argChoices'>,
  { choices }: HelpWording,
): string => (argChoices ? `${description} (${choices} ${argChoices.join(', ')})` : description);

const titleWording = (help: HelpWording): ReadonlyMap<string, string> =>
  new Map([
    ['Usage:', help.usageTitle],
    ['Arguments:', help.argumentsTitle],
    ['Options:', help.optionsTitle],
    ['Global Options:', help.globalOptionsTitle],
    ['Commands:', help.commandsTitle],
  ]);

const PATTERNS: readonly (readonly [keyof UsageWording, RegExp])[] = [
  ['unknownOption', /^error: unknown option '(?<name>.+?)'/],
  ['unknownCommand', /^error: unknown command '(?<name>.+?)'/],
  ['missingArgument', /^error: missing required argument '(?<name>.+?)'/],
  ['missingValue', /^error: option '(?<name>.+?)' argument missing/],
  ['tooManyArguments', /^error: too many arguments/],
  [
    'invalidChoice',
    /^error: option '(?<name>.+?)' argument '(?<value>.*?)' is invalid\. Allowed choices are (?<choices>.+?)\./s,
  ],
  [
    'invalidChoice',
    /^error: command-argument value '(?<value>.*?)' is invalid for argument '(?<name>.+?)'\. Allowed choices are (?<choices>.+?)\./s,
  ],
];

/** What no pattern knows stays in commander's own words. */
function wordError(text: string, usage: UsageWording): string {
  for (const [name, pattern] of PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    if (groups ?? pattern.test(text)) return `${filled(usage[name], groups)}${suggestion(text, usage)}\n`;
  }
  return text;
}

function suggestion(text: string, usage: UsageWording): string {
  const groups = /\(Did you mean (?:one of )?(?<name>.+?)\?\)/.exec(text)?.groups;
  return groups ? ` ${filled(usage.didYouMean, groups)}` : '';
}

const filled = (sentence: string, groups: Readonly<Record<string, string>> | undefined): string =>
  sentence.replace(/\$(\w+)/g, (_, name: string) => groups?.[name] ?? '');
