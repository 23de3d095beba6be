import type { Language } from './requirement.ts';

/** A sentence in each language. */
export type Texts = Readonly<Record<Language, string>>;
