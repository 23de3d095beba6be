/** What a merchant wants to know of something: it went well, look at it, it went wrong. */
export type Tone = 'ok' | 'alert' | 'error';
export const TONES = ['ok', 'alert', 'error'] as const satisfies readonly Tone[];

export type Outcome = 'success' | 'unchanged' | 'warning' | 'partly' | 'refused' | 'failed';

const TONE_OF: Readonly<Record<Outcome, Tone>> = {
  success: 'ok',
  unchanged: 'ok',
  warning: 'alert',
  partly: 'alert',
  refused: 'error',
  failed: 'error',
};

export const toneOf = (outcome: Outcome): Tone => TONE_OF[outcome];

/** The outcomes that make a tone. */
export const outcomesOf = (tone: Tone): readonly Outcome[] =>
  OUTCOMES.filter((each) => toneOf(each) === tone);

export const OUTCOMES = ['success', 'unchanged', 'warning', 'partly', 'refused', 'failed'] as const;
