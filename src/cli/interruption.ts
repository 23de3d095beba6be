/** Ctrl-C or a stop signal: what is under way ends in order, and the command goes on to close what it opened. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
