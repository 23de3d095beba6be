import { useMay, useSession } from '../../session/session.tsx';

/** Replays and bundles are for operators; the server says the same. */
export function useMayReplay(): boolean {
  const { features } = useSession();
  return useMay('operator') && features.replay;
}
