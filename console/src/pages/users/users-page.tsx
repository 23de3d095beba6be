import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { APP_WORDS } from '../../app/words.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { LANGUAGE_NAMES } from '../../i18n/words.ts';
import { Card } from '../../parts/card.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import { useSession } from '../../session/session.tsx';
import { ChangeUserDialog } from './change-user-dialog.tsx';
import { NewUserDialog } from './new-user-dialog.tsx';
import { type ListedUser, useUsers } from './use-users.ts';
import { USERS_WORDS } from './words.ts';

export function UsersPage() {
  const words = useWords(USERS_WORDS);
  const users = useUsers();
  const [isAdding, adding] = useDisclosure();
  const [changing, setChanging] = useState<ListedUser>();
  const columns = useUserColumns(setChanging);
  return (
    <Page title={words.title} lead={words.lead} actions={<Button onClick={adding.open}>{words.add}</Button>}>
      <Card isFlush>
        <Loaded query={users}>
          {(items) => (
            <DataTable label={words.title} columns={columns} rows={items} keyOf={({ name }) => name} />
          )}
        </Loaded>
      </Card>
      <NewUserDialog isOpen={isAdding} onClose={adding.close} />
      {changing && <ChangeUserDialog user={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}

function useUserColumns(onChange: (user: ListedUser) => void): readonly Column<ListedUser>[] {
  const words = useWords(USERS_WORDS);
  const { roles } = useWords(APP_WORDS);
  const { actions } = useWords(PARTS_WORDS);
  const { user: own } = useSession();
  const format = useFormat();
  return [
    {
      id: 'name',
      title: words.name,
      isWide: true,
      cell: ({ name }) => (
        <Text size="sm" fw={550}>
          {name}{' '}
          {name === own.name && (
            <Text span inherit c="dimmed" fw={400}>
              ({words.you})
            </Text>
          )}
        </Text>
      ),
    },
    { id: 'role', title: words.role, cell: ({ role }) => roles[role] },
    {
      id: 'language',
      title: words.language,
      isMinor: true,
      cell: ({ language }) => LANGUAGE_NAMES[language],
    },
    {
      id: 'created',
      title: words.created,
      isMinor: true,
      cell: ({ createdAt }) => format.instant(createdAt),
    },
    {
      id: 'change',
      title: actions,
      isNumber: true,
      cell: (user) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.changeOf(user.name)}
          onClick={() => onChange(user)}
        >
          {words.change}
        </Button>
      ),
    },
  ];
}
