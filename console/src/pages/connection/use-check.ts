import { useRef, useState } from 'react';
import { errorFrom } from '../../../../src/client/api-error.ts';
import { jsonLines } from '../../../../src/client/json-lines.ts';
import { useWays } from '../../api/api.tsx';
import type { CheckLine } from './check-report.ts';

export interface CheckState {
  readonly isRunning: boolean;
  readonly last?: CheckLine;
  readonly error?: Error;
}

/** Runs the conformance kit on the server, and tells how far it is. */
export function useCheck() {
  const { send } = useWays();
  const [state, setState] = useState<CheckState>({ isRunning: false });
  const running = useRef<AbortController>(undefined);
  const start = async (on: 'shop' | 'sample') => {
    const controller = new AbortController();
    running.current = controller;
    setState({ isRunning: true });
    try {
      const response = await send('/console/connection/check', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ on }),
        signal: controller.signal,
      });
      if (!response.ok || !response.body) throw await errorFrom(response);
      for await (const last of jsonLines<CheckLine>(response.body)) setState({ isRunning: true, last });
      setState((before) => ({ ...before, isRunning: false }));
    } catch (error) {
      const isStopped = controller.signal.aborted;
      setState({ isRunning: false, ...(error instanceof Error && !isStopped && { error }) });
    }
  };
  return { state, start, stop: () => running.current?.abort() };
}
