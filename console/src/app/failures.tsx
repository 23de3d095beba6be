import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/language.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { APP_WORDS } from './words.ts';

export function NotFoundPage() {
  const words = useWords(APP_WORDS);
  return (
    <Page title={words.notFound}>
      <EmptyState icon="search" title={words.notFoundLead}>
        <Link to="/">{words.toOverview}</Link>
      </EmptyState>
    </Page>
  );
}

interface BrokenPageProps {
  readonly error: unknown;
  readonly reset: () => void;
}

export function BrokenPage({ error, reset }: BrokenPageProps) {
  const words = useWords(APP_WORDS);
  return (
    <Page title={words.broken}>
      <ProblemNote error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
    </Page>
  );
}
