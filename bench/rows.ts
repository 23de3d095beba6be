import { formatNumber } from './format.ts';

/** What a figure is to be. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** `×` is a ratio; MB are 2^20 bytes. */
type FigureUnit = '×' | 'MB' | 'ms';

export type Verdict = 'OK' | 'short' | 'not run' | '';

/** One line of the report. */
export interface Row {
  readonly bench: string;
  readonly work: string;
  /** What was measured of ours, and of the reference, as text. */
  readonly ours: string;
  readonly reference: string;
  /** What the goal is about; undefined where nothing could be measured. */
  readonly figure: number | undefined;
  readonly unit: FigureUnit;
  /** None: for information. */
  readonly goal?: Goal;
}

interface Named {
  readonly bench: string;
  readonly work: string;
}

export interface Ratio extends Named {
  readonly ours: number;
  readonly reference: number;
  /** Of both. */
  readonly measure: string;
  readonly goal?: Goal;
}

/** Ours divided by the reference, whichever way is better: the goal tells. */
export const ratioRow = ({ bench, work, ours, reference, measure, goal }: Ratio): Row => ({
  bench,
  work,
  ours: `${formatNumber(ours)} ${measure}`,
  reference: `${formatNumber(reference)} ${measure}`,
  figure: ours / reference,
  unit: '×',
  ...(goal && { goal }),
});

export interface Bound extends Named {
  readonly figure: number;
  readonly unit: FigureUnit;
  readonly goal?: Goal;
}

/** A figure that is compared with nothing but its goal. */
export const boundRow = ({ bench, work, figure, unit, goal }: Bound): Row => ({
  bench,
  work,
  ours: `${formatNumber(figure)} ${unit}`,
  reference: '',
  figure,
  unit,
  ...(goal && { goal }),
});

/** Something to know beside the figures. */
export const remarkRow = (named: Named, ours: string, reference = ''): Row => ({
  ...named,
  ours,
  reference,
  figure: undefined,
  unit: '×',
});

/** What could not be measured, and why. */
export const notRunRow = (named: Named, why: string, goal: Goal): Row => ({
  ...named,
  ours: why,
  reference: '',
  figure: undefined,
  unit: '×',
  goal,
});

export function verdictOf({ figure, goal }: Pick<Row, 'figure' | 'goal'>): Verdict {
  if (!goal) return '';
  if (figure === undefined || Number.isNaN(figure)) return 'not run';
  const reached = 'atLeast' in goal ? figure >= goal.atLeast : figure <= goal.atMost;
  return reached ? 'OK' : 'short';
}
