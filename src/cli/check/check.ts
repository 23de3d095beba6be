import type { ProfileName } from '../../conformance/requirement.ts';
import type { CommandContext } from '../commands/context.ts';

export interface CheckFlags {
  readonly key?: string;
  readonly profile: ProfileName;
  readonly write?: boolean;
  readonly order?: string;
  readonly connector?: boolean;
  readonly port?: string;
  readonly host?: string;
  readonly idle?: string;
  readonly flows?: string;
  readonly products?: string;
  readonly options?: string;
  readonly timeout?: string;
  readonly baseline?: string;
  readonly html?: string;
  readonly junit?: string;
  readonly json?: string;
}

/** One check, before it begins. */
export interface Check {
  readonly context: CommandContext;
  readonly flags: CheckFlags;
  readonly baseline: readonly string[];
  readonly signal: AbortSignal;
}
