import type { Webhook, WebhookParts } from '../shop/webhooks.ts';
import { createLine, type Line, type LineOptions } from './line.ts';

/** Of every line. */
export type LinesOptions = Omit<LineOptions, 'signal'>;

/** The lines of all webhooks of a shop. */
export interface Lines {
  of(webhook: string): Line;
  /** Of webhooks that are gone or disabled: what comes back is noted, then they are forgotten. */
  endOthers(active: readonly Webhook[], parts: WebhookParts): Promise<void>;
  /** What is under way comes to nothing; the next ones begin anew. */
  breakOff(): void;
  idle(): Promise<void>;
  settle(parts: WebhookParts): Promise<void>;
}

export function createLines(options: LinesOptions): Lines {
  const lines = new Map<string, Line>();
  let breaking = new AbortController();
  const create = (): Line => createLine({ ...options, signal: () => breaking.signal });
  return {
    of(webhook) {
      const line = lines.get(webhook) ?? create();
      lines.set(webhook, line);
      return line;
    },
    async endOthers(active, parts) {
      const kept = new Set(active.map(({ id }) => id));
      for (const [id, line] of lines) {
        if (kept.has(id)) continue;
        await line.settle(parts);
        if (line.isIdle()) lines.delete(id);
      }
    },
    breakOff() {
      breaking.abort();
      breaking = new AbortController();
    },
    idle: async () => void (await Promise.all([...lines.values()].map((line) => line.idle()))),
    async settle(parts) {
      for (const line of lines.values()) await line.settle(parts);
    },
  };
}
