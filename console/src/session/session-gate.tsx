import { Center, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { Language } from '../i18n/words.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { SessionContext } from './session.tsx';
import { sessionCalls } from './session-calls.ts';
import { SESSION_KEY } from './session-key.ts';
import { SetupPage } from './setup-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import type { SessionFacts } from './types.ts';

/** Shows the pages to who is signed in, and to all others how to get there. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const session = useQuery({ queryKey: SESSION_KEY, queryFn: () => sessionCalls(language).read() });
  const queries = useQueryClient();
  const refresh = useCallback(async () => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    await queries.invalidateQueries({ queryKey: SESSION_KEY });
  }, [queries]);
  if (session.data === undefined) {
    return (
      <Center component="main" mih="100dvh" p="md">
        {session.error ? (
          <ProblemNote error={session.error} onRetry={() => session.refetch()} />
        ) : (
          <Loader aria-label="Passerelle" />
        )}
      </Center>
    );
  }
  const { needsSetup, user, version } = session.data;
  if (needsSetup) return <SetupPage onDone={refresh} version={version} />;
  if (!user) return <SignInPage onDone={refresh} version={version} />;
  return (
    <SignedIn facts={{ ...session.data, user }} refresh={refresh}>
      {children}
    </SignedIn>
  );
}

interface SignedInProps {
  readonly facts: SessionFacts & Required<Pick<SessionFacts, 'user'>>;
  readonly refresh: () => Promise<void>;
  readonly children: ReactNode;
}

function SignedIn({ facts, refresh, children }: SignedInProps) {
  const { user, version, features, shops = [] } = facts;
  useOwnLanguage(user.name, user.language);
  return <SessionContext value={{ user, version, features, shops, refresh }}>{children}</SessionContext>;
}

/** Who signs in finds the language that he chose last, wherever that was. */
function useOwnLanguage(name: string, own: Language) {
  const { choose } = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each user, not when he switches
  useEffect(() => choose(own), [name]);
}
