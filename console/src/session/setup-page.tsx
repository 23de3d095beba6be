import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Entrance } from './entrance.tsx';
import { isLongEnough } from './password.ts';
import { sessionCalls } from './session-calls.ts';
import { SESSION_WORDS } from './words.ts';

interface SetupPageProps {
  readonly version: string;
  readonly onDone: () => Promise<void>;
}

export function SetupPage({ version, onDone }: SetupPageProps) {
  const words = useWords(SESSION_WORDS);
  const { language } = useLanguage();
  const [said, setSaid] = useState({ code: '', name: '', password: '' });
  const [isTooShort, setTooShort] = useState(false);
  const setUp = useMutation({
    mutationFn: () =>
      sessionCalls(language).setUp({ ...said, code: said.code.trim(), name: said.name.trim() }),
    onSuccess: onDone,
  });
  const field = (name: keyof typeof said) => ({
    name,
    required: true,
    value: said[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [name]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTooShort(!isLongEnough(said.password));
    if (isLongEnough(said.password)) setUp.mutate();
  };
  return (
    <Entrance title={words.setupTitle} lead={words.setupLead} version={version}>
      <form onSubmit={submit}>
        <Stack>
          {setUp.error && <ProblemNote error={setUp.error} />}
          <TextInput
            label={words.code}
            description={words.codeHint}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            {...field('code')}
          />
          <TextInput label={words.name} autoComplete="username" spellCheck={false} {...field('name')} />
          <PasswordInput
            label={words.password}
            description={words.passwordHint}
            autoComplete="new-password"
            error={isTooShort ? words.tooShort : undefined}
            {...field('password')}
          />
          <Button type="submit" loading={setUp.isPending} mt="xs">
            {words.create}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
