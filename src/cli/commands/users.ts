import { Command, Option } from 'commander';
import { readSetupCode } from '../../console/accounts/setup-code.ts';
import { CONSOLE_ROLES, type ConsoleRole, type ConsoleUser } from '../../shop/console-accounts.ts';
import { LANGUAGES, type Language } from '../../shop/wording.ts';
import { writeLine } from '../terminal.ts';
import { formatTable } from '../text-table.ts';
import { addUser, changePassword, removeUser } from '../users.ts';
import { USERS_WORDING, type UsersWording } from '../wording/users.ts';
import { type CommandContext, onConsole } from './context.ts';

interface AddOptions {
  readonly role: ConsoleRole;
  readonly language?: Language;
  readonly stdin?: boolean;
}

export function createUsersCommand(context: CommandContext): Command {
  const { help } = USERS_WORDING[context.language];
  const named = (name: string, description: string): Command =>
    new Command(name).description(description).argument('<name>', help.name);
  return new Command('users')
    .description(help.users)
    .addCommand(createListCommand(context), { isDefault: true })
    .addCommand(
      named('add', help.add)
        .addOption(new Option('--role <role>', help.role).choices(CONSOLE_ROLES).default('viewer'))
        .addOption(new Option('--language <language>', help.language).choices(LANGUAGES))
        .option('--stdin', help.stdin)
        .action((name: string, { role, stdin, ...said }: AddOptions, command: Command) =>
          onConsole(context, command, ({ accounts, terminal, language }) =>
            addUser(
              accounts,
              { name, role, language: said.language ?? language },
              { terminal, language, stdin },
            ),
          ),
        ),
    )
    .addCommand(
      named('password', help.password)
        .option('--stdin', help.stdin)
        .action((name: string, { stdin }: Pick<AddOptions, 'stdin'>, command: Command) =>
          onConsole(context, command, ({ accounts, terminal, language }) =>
            changePassword(accounts, name, { terminal, language, stdin }),
          ),
        ),
    )
    .addCommand(
      named('remove', help.remove).action((name: string, _options: unknown, command: Command) =>
        onConsole(context, command, ({ accounts, terminal, language }) =>
          removeUser(accounts, name, { terminal, language }),
        ),
      ),
    )
    .addCommand(createSetupCodeCommand(context));
}

const createListCommand = (context: CommandContext): Command =>
  new Command('list')
    .description(USERS_WORDING[context.language].help.list)
    .action((_options: unknown, command: Command) =>
      onConsole(context, command, async ({ accounts, terminal, language }) => {
        const wording = USERS_WORDING[language];
        const users = await accounts.users();
        if (users.length === 0) await writeLine(terminal.errors, wording.none);
        else await writeLine(terminal.output, formatUsers(users, wording));
      }),
    );

/** Only the code itself goes to standard output. */
const createSetupCodeCommand = (context: CommandContext): Command =>
  new Command('setup-code')
    .description(USERS_WORDING[context.language].help.setupCode)
    .action((_options: unknown, command: Command) =>
      onConsole(context, command, async ({ accounts, terminal, language }) => {
        const code = await readSetupCode(accounts);
        if (code === undefined) await writeLine(terminal.errors, USERS_WORDING[language].setUpAlready);
        else await writeLine(terminal.output, code);
      }),
    );

const formatUsers = (users: readonly ConsoleUser[], { columns }: UsersWording): string =>
  formatTable([
    columns,
    ...users.map(({ name, role, language, createdAt }) => [name, role, language, createdAt]),
  ]);
