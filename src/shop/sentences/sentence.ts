import type { Reason } from '../../domain/problem.ts';

export type Language = 'fr' | 'en';

/** `{name}` is replaced by the fact of that name; `{where}` becomes the record, and nothing when no record is known. */
export type Sentence = Readonly<Record<Language, string>>;

export type Sentences = Readonly<Partial<Record<Reason, Sentence>>>;
