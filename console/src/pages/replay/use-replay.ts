import { ApiError } from 'passerelle/client';
import { useEffect, useRef, useState } from 'react';
import { useWays, type Ways } from '../../api/api.tsx';

const tryOne = ({ api }: Ways, id: string, request?: string) =>
  api.post('/exchanges/{id}/replay', {
    params: { id },
    body: { ...(request !== undefined && { request }) },
  });

type Line = Awaited<ReturnType<typeof tryOne>> extends AsyncIterable<infer Each> ? Each : never;
type Of<Kind extends Line['kind']> = Extract<Line, { kind: Kind }>;
export type Replayed = Of<'replayed'>;
export type Left = Of<'left'>;

export interface ReplayState {
  readonly isRunning: boolean;
  readonly isCopied: boolean;
  readonly total?: number;
  readonly replayed: readonly Replayed[];
  readonly left: readonly Left[];
  /** Once it is over. */
  readonly end?: Of<'end'>;
  readonly error?: Error;
}

const IDLE: ReplayState = { isRunning: false, isCopied: false, replayed: [], left: [] };
/** Thousands of results come faster than a page can be drawn. */
const DRAW_EVERY_MS = 200;

/** Replays on the server, and tells how far it is; it is stopped with the page. */
export function useReplay() {
  const ways = useWays();
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController>(undefined);
  const stop = () => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);

  async function start(ask: (ways: Ways, signal: AbortSignal) => Promise<AsyncIterable<Line>>) {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    let now: ReplayState = { ...IDLE, isRunning: true };
    const draw = () => {
      if (!signal.aborted) setState(now);
    };
    draw();
    let drawnAt = performance.now();
    try {
      for await (const line of await ask(ways, signal)) {
        now = withLine(now, line);
        if (performance.now() - drawnAt < DRAW_EVERY_MS) continue;
        drawnAt = performance.now();
        draw();
      }
      now = { ...now, isRunning: false };
      draw();
    } catch (error) {
      if (running.current !== controller) return;
      setState({
        ...now,
        isRunning: false,
        ...(error instanceof Error && !signal.aborted && { error }),
      });
    }
  }
  return { state, start, stop };
}

function withLine(state: ReplayState, line: Line): ReplayState {
  switch (line.kind) {
    case 'begun':
      return { ...state, total: line.total };
    case 'copied':
      return { ...state, isCopied: true };
    case 'replayed':
      return { ...state, replayed: [...state.replayed, line] };
    case 'left':
      return { ...state, left: [...state.left, line] };
    case 'end':
      return { ...state, end: line };
    case 'problem':
      throw new ApiError(line.problem.status, { problem: line.problem });
  }
}
