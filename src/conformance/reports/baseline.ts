/**
 * A baseline: ids of requirements that are known to fail, one a line, `#` begins a remark. Reading never fails: an id
 * that does not exist is stale, and a stale entry fails the run.
 */
export const parseBaseline = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((line) => line !== ''),
  ),
];
