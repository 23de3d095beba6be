import { Radio, Stack } from '@mantine/core';
import { APP_WORDS } from '../../app/words.ts';
import { useWords } from '../../i18n/language.tsx';
import { ROLES, type Role } from '../../session/types.ts';
import { USERS_WORDS } from './words.ts';

interface RoleFieldProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

export function RoleField({ value, onChange }: RoleFieldProps) {
  const words = useWords(USERS_WORDS);
  const { roles } = useWords(APP_WORDS);
  const choose = (chosen: string) => onChange(ROLES.find((role) => role === chosen) ?? value);
  return (
    <Radio.Group label={words.role} value={value} onChange={choose}>
      <Stack gap={8} mt={6}>
        {ROLES.map((role) => (
          <Radio key={role} value={role} label={roles[role]} description={words.roleWords[role]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
