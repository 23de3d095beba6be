import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Status } from '../../parts/status.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import type { Secret } from './types.ts';
import { CONNECTION_WORDS } from './words.ts';

interface SecretTableProps<One extends Secret> {
  readonly label: string;
  readonly secrets: readonly One[];
  /** What is told of each besides. */
  readonly more: readonly Column<One>[];
  readonly nameOf: (secret: One) => string;
  readonly revoke: {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly mutateAsync: (id: string) => Promise<unknown>;
  };
}

export function SecretTable<One extends Secret>(props: SecretTableProps<One>) {
  const { label, secrets, more, nameOf, revoke } = props;
  const words = useWords(CONNECTION_WORDS);
  const { actions } = useWords(PARTS_WORDS);
  const format = useFormat();
  const [asked, setAsked] = useState<One>();
  const columns: readonly Column<One>[] = [
    {
      id: 'label',
      title: words.label,
      isWide: true,
      cell: (secret) => (
        <>
          <Text size="sm" fw={550}>
            {nameOf(secret)}
          </Text>
          <Text size="xs" c="dimmed">
            {secret.id}
          </Text>
        </>
      ),
    },
    ...more,
    {
      id: 'created',
      title: words.created,
      isMinor: true,
      cell: ({ createdAt }) => format.moment(createdAt),
    },
    {
      id: 'state',
      title: words.state,
      cell: ({ revokedAt }) =>
        revokedAt === undefined ? (
          <Status tone="ok">{words.valid}</Status>
        ) : (
          <Status>{words.revoked(format.moment(revokedAt))}</Status>
        ),
    },
    {
      id: 'revoke',
      title: actions,
      isNumber: true,
      cell: (secret) =>
        secret.revokedAt === undefined && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.revokeOf(nameOf(secret))}
            onClick={() => setAsked(secret)}
          >
            {words.revoke}
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable label={label} columns={columns} rows={secrets} keyOf={({ id }) => id} />
      <Confirm
        isOpen={asked !== undefined}
        title={words.revokeTitle(asked ? nameOf(asked) : '')}
        action={words.revoke}
        isDangerous
        isPending={revoke.isPending}
        error={revoke.error}
        onClose={() => setAsked(undefined)}
        onConfirm={async () => {
          if (asked) await revoke.mutateAsync(asked.id);
          setAsked(undefined);
        }}
      >
        {words.revokeLead}
      </Confirm>
    </>
  );
}
