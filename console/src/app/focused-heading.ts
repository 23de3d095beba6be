import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * The heading takes the focus when another page has opened, so that who listens or uses the keyboard goes on from there. The
 * first page is where the browser begins anyway.
 */
export function useFocusedHeading(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
