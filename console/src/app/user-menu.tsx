import { Avatar, Box, Divider, Popover, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/words.ts';
import { PasswordDialog } from '../session/password-dialog.tsx';
import { useSession } from '../session/session.tsx';
import { sessionCalls } from '../session/session-calls.ts';
import { Icon, type IconName } from './icon.tsx';
import classes from './layout.module.css';
import { APP_WORDS } from './words.ts';

export function UserMenu() {
  const words = useWords(APP_WORDS);
  const { user, version, refresh } = useSession();
  const { language } = useLanguage();
  const [isChanging, dialog] = useDisclosure();
  const signOut = async () => {
    await sessionCalls(language).signOut();
    await refresh();
  };
  return (
    <>
      <Popover position="top-start" width={232} shadow="md" radius="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.user}>
            <Avatar size={32} radius="xl" color="sea" variant="filled" name={user.name} aria-hidden />
            <Box miw={0}>
              <Text size="sm" fw={550} truncate>
                {user.name}
              </Text>
              <Text size="xs" c="dimmed">
                {words.roles[user.role]}
              </Text>
            </Box>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={6} aria-label={user.name}>
          <LanguageItems />
          <ThemeItems />
          <Divider my={6} />
          <MenuButton icon="key" onClick={dialog.open}>
            {words.password}
          </MenuButton>
          <MenuButton icon="out" onClick={signOut}>
            {words.signOut}
          </MenuButton>
          <Text size="xs" c="dimmed" px="sm" pt={6} pb={4}>
            Passerelle {version}
          </Text>
        </Popover.Dropdown>
      </Popover>
      <PasswordDialog isOpen={isChanging} onClose={dialog.close} />
    </>
  );
}

function LanguageItems() {
  const words = useWords(APP_WORDS);
  const { language, choose } = useLanguage();
  const switchTo = (chosen: Language) => {
    choose(chosen);
    // Only for the next sign-in elsewhere: the switch does not wait for it.
    sessionCalls(chosen)
      .keepLanguage(chosen)
      .catch(() => {});
  };
  return (
    <>
      <div className={classes.group}>{words.language}</div>
      {LANGUAGES.map((each) => (
        <MenuButton
          key={each}
          icon="globe"
          lang={each}
          isChosen={each === language}
          onClick={() => switchTo(each)}
        >
          {LANGUAGE_NAMES[each]}
        </MenuButton>
      ))}
    </>
  );
}

const SCHEMES = [
  { name: 'auto', icon: 'overview' },
  { name: 'light', icon: 'sun' },
  { name: 'dark', icon: 'moon' },
] as const;

function ThemeItems() {
  const words = useWords(APP_WORDS);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <div className={classes.group}>{words.theme}</div>
      {SCHEMES.map(({ name, icon }) => (
        <MenuButton
          key={name}
          icon={icon}
          isChosen={name === colorScheme}
          onClick={() => setColorScheme(name)}
        >
          {words[name]}
        </MenuButton>
      ))}
    </>
  );
}

interface MenuButtonProps {
  readonly icon: IconName;
  readonly lang?: string;
  /** Of one that is chosen among others. */
  readonly isChosen?: boolean;
  readonly onClick: () => unknown;
  readonly children: string;
}

function MenuButton({ icon, lang, isChosen, onClick, children }: MenuButtonProps) {
  return (
    <UnstyledButton className={classes.item} lang={lang} aria-pressed={isChosen} onClick={() => onClick()}>
      <Icon name={icon} size={16} />
      {children}
      {isChosen && (
        <Box component="span" ml="auto" lh={0}>
          <Icon name="check" size={16} />
        </Box>
      )}
    </UnstyledButton>
  );
}
