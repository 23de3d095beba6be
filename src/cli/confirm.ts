import { createInterface } from 'node:readline/promises';
import { fail } from '../domain/error.ts';
import type { Terminal } from './terminal.ts';

const YES = /^\s*(y|yes|o|oui)\s*$/i;

/** Asks on the terminal. Rejects with `confirmation_missing` without a yes, and where there is nobody to ask. */
export async function requireConfirmation({ input, errors }: Terminal, question: string): Promise<void> {
  if (!input.isTTY || !errors.isTTY) throw fail('confirmation_missing');
  const lines = createInterface({ input, output: errors });
  try {
    if (!YES.test(await lines.question(`${question} `))) throw fail('confirmation_missing');
  } finally {
    lines.close();
  }
}
