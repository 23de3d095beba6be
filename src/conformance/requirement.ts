export const PROFILE_NAMES = ['v3', 'kit-2015', 'samples'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

export type Language = 'fr' | 'en';

/** `must`: failing it fails the check. `should`: failing it is a warning. */
export type Severity = 'must' | 'should';

/**
 * What a check needs before it may run. `read`: nothing. `write`: `--write`, and it touches only records that it made.
 * `order`: `--write` and `--order ID`, since it confirms that order for good.
 */
export type Needs = 'read' | 'write' | 'order';

/** One thing that the protocol asks of a webservice or of a connector, as data. */
export interface Requirement {
  /** Stable, as `products-list.shape`; baselines and reports name it. */
  readonly id: string;
  readonly sentence: Readonly<Record<Language, string>>;
  /** Section of the specification ("webservice universel", V3.5), as `§5`; several are joined by a comma. */
  readonly section: string;
  readonly severity: Severity;
  readonly needs: Needs;
  /** Profiles in which it is asked; all by default. */
  readonly profiles?: readonly ProfileName[];
}
