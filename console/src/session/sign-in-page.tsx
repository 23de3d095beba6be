import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Entrance } from './entrance.tsx';
import { sessionCalls } from './session-calls.ts';
import { SESSION_WORDS } from './words.ts';

interface SignInPageProps {
  readonly version: string;
  readonly onDone: () => Promise<void>;
}

export function SignInPage({ version, onDone }: SignInPageProps) {
  const words = useWords(SESSION_WORDS);
  const { language } = useLanguage();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => sessionCalls(language).signIn(name.trim(), password),
    onSuccess: onDone,
    onError: () => setPassword(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <Entrance title={words.signInTitle} lead={words.signInLead} version={version}>
      <form onSubmit={submit}>
        <Stack>
          {signIn.error && <ProblemNote error={signIn.error} />}
          <TextInput
            label={words.name}
            name="name"
            autoComplete="username"
            autoFocus
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={words.password}
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={signIn.isPending} mt="xs">
            {words.signIn}
          </Button>
          <Text size="xs" c="dimmed">
            {words.forgotten}
          </Text>
        </Stack>
      </form>
    </Entrance>
  );
}
