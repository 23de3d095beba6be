import { expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';

const KNOWN = ['one', 'two', 'three'];

it('runs all benches by default, else those that are named, in their own order', () => {
  expect(parseArguments([], KNOWN)).toMatchObject({ names: KNOWN, quick: false, json: undefined });
  expect(parseArguments(['three', '--quick', 'one', '--json', 'out.json'], KNOWN)).toMatchObject({
    names: ['one', 'three'],
    quick: true,
    json: 'out.json',
  });
});

it('refuses a name or an option that it does not know', () => {
  expect(() => parseArguments(['for'], KNOWN)).toThrow('no bench named for; there are: one, two, three');
  expect(() => parseArguments(['--fast'], KNOWN)).toThrow(/--fast/);
});
