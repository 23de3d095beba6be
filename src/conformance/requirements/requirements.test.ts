import { expect, test } from 'vitest';
import { SCENARIOS } from '../scenarios/scenarios.ts';
import { REQUIREMENTS } from './requirements.ts';

const ids = REQUIREMENTS.map(({ id }) => id);

test('no two requirements have the same id', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('every requirement is cited by a scenario that may run when it is asked, and every cited one exists', () => {
  const order = { read: 0, write: 1, order: 2 };
  const cited = new Set(SCENARIOS.flatMap(({ cites }) => cites));
  expect(ids.filter((id) => !cited.has(id))).toEqual([]);
  expect([...cited].filter((id) => !ids.includes(id))).toEqual([]);
  for (const { id, needs } of REQUIREMENTS) {
    const able = SCENARIOS.filter(
      ({ cites, needs: own }) => cites.includes(id) && order[own] <= order[needs],
    );
    expect(able.length, id).toBeGreaterThan(0);
  }
});

test('each has its sentence in both languages and its section', () => {
  for (const { id, sentence, section } of REQUIREMENTS) {
    expect(sentence.fr, id).toMatch(/\.$/);
    expect(sentence.en, id).toMatch(/\.$/);
    expect(sentence.fr, id).not.toBe(sentence.en);
    expect(section, id).toMatch(/^(§\d+(, §\d+)*|later editions)$/);
  }
});
