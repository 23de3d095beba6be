import type { Distribution } from '../../../store/figures.ts';

export interface HistogramText {
  readonly name: string;
  readonly help: string;
  /** Values of the label `database`. */
  readonly series: ReadonlyMap<string, Distribution>;
}

/**
 * A histogram in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). The
 * client's own can only be told values one by one; these were counted elsewhere.
 */
export function histogramText({ name, help, series }: HistogramText): string {
  const lines = [...series].flatMap(([database, distribution]) =>
    seriesLines(name, `database="${escaped(database)}"`, distribution),
  );
  return [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`, ...lines, ''].join('\n');
}

function seriesLines(name: string, label: string, { bounds, counts, sum }: Distribution): readonly string[] {
  let count = 0;
  const buckets = counts.map((own, place) => {
    count += own;
    return `${name}_bucket{le="${bounds[place] ?? '+Inf'}",${label}} ${count}`;
  });
  return [...buckets, `${name}_sum{${label}} ${sum}`, `${name}_count{${label}} ${count}`];
}

const escaped = (value: string): string => value.replaceAll(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');

/** All values of both; their bounds must be the same. */
export function added(one: Distribution | undefined, other: Distribution): Distribution {
  if (!one) return other;
  const counts = other.counts.map((count, place) => count + (one.counts[place] ?? 0));
  return { bounds: other.bounds, counts, sum: one.sum + other.sum };
}
