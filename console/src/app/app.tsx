import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { LanguageProvider } from '../i18n/language.tsx';
import { SessionGate } from '../session/session-gate.tsx';
import { makeQueries } from './queries.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

export function App() {
  const queries = useMemo(makeQueries, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-right" />
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
