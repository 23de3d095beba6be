/** By a name of the server's, which may be newer than these words. */
export type Words = Readonly<Record<string, string>>;

interface Deed {
  readonly action: string;
  readonly outcome?: string | undefined;
}

/** Only what is known to be done is told as done. */
export const deedOf = ({ action, outcome }: Deed, done: Words, attempts: Words): string =>
  (outcome === 'done' ? done : attempts)[action] ?? action;
