const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['-1', true],
  ['true', true],
  ['oui', true],
  ['vrai', true],
  ['0', false],
  ['false', false],
  ['non', false],
  ['faux', false],
]);

/** `-1` is Visual Basic's true. */
export const parseBoolean = (text: string): boolean | undefined => BOOLEANS.get(text.trim().toLowerCase());
