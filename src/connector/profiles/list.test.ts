import { describe, expect, it } from 'vitest';
import { EDITIONS, ERP_PROFILES } from './list.ts';
import { EDITION_NAMES, type Edition, ERP_NAMES } from './profile.ts';

describe('ERP profiles', () => {
  it('stand under their own names', () => {
    for (const name of ERP_NAMES) expect(ERP_PROFILES[name].name).toBe(name);
    for (const name of EDITION_NAMES) expect(EDITIONS[name].name).toBe(name);
  });

  it('differ in what the specification says of them', () => {
    const withTrue = (flag: 'gammes' | 'categoryPrices' | 'orderGammes' | 'clientPerContact') =>
      ERP_NAMES.filter((name) => name !== 'generic' && ERP_PROFILES[name][flag]);
    expect(withTrue('gammes')).toEqual(['ebp-v17', 'ebp-open-line', 'sage-100', 'wavesoft']);
    expect(withTrue('categoryPrices')).toEqual(['sage-100']);
    expect(withTrue('orderGammes')).toEqual(['sage-100']);
    expect(withTrue('clientPerContact')).toEqual(['ebp-open-line']);
    expect(ERP_PROFILES['ebp-v17'].categoryLevels).toBe(3);
    expect(ERP_PROFILES['ebp-open-line'].categoryLevels).toBe(2);
    expect(ERP_PROFILES['sage-100'].categoryLevels).toBeUndefined();
  });
});

describe('editions', () => {
  it('do what the ones before them do', () => {
    const does = (edition: Edition) =>
      Object.entries(edition).flatMap(([what, done]) => (done === true ? [what] : []));
    const done = EDITION_NAMES.map((name) => does(EDITIONS[name]));
    expect(done[0]).toEqual([]);
    for (const [index, before] of done.entries()) {
      expect(done[index + 1] ?? before).toEqual(expect.arrayContaining(before));
    }
    expect(done.map(({ length }) => length)).toEqual([0, 3, 5, 8]);
  });
});
