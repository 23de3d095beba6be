import { describe, expect, it } from 'vitest';
import type { Evidence } from './report.ts';
import type { Requirement } from './requirement.ts';
import { conclude, staleEntries } from './verdict.ts';

const must: Requirement = {
  id: 'a.must',
  sentence: { fr: 'F.', en: 'E.' },
  section: '§3',
  severity: 'must',
  needs: 'read',
};
const observation = (ok: boolean): Evidence => ({ what: '', ok, sent: '', received: '', expected: '' });
const asked = { profile: 'v3', write: false, language: 'en' } as const;

describe('a verdict', () => {
  it('follows from the observations', () => {
    const both = { evidence: [observation(false), observation(true)] };
    expect(conclude(must, { evidence: [observation(true)] }, asked).verdict).toBe('passed');
    expect(conclude(must, both, asked).verdict).toBe('failed');
    expect(conclude({ ...must, severity: 'should' }, both, asked).verdict).toBe('warning');
  });

  it('is red without observations, and says why', () => {
    expect(conclude(must, { evidence: [], reason: 'Empty.' }, asked)).toMatchObject({
      verdict: 'untested',
      reason: 'Empty.',
    });
  });

  it.each([
    [{ needs: 'write' }, {}, 'It needs --write.'],
    [{ needs: 'order' }, { write: true }, 'It needs --write and --order ID.'],
    [{ needs: 'order' }, { order: '1' }, 'It needs --write and --order ID.'],
    [{ profiles: ['samples'] }, {}, 'It is not asked in this profile.'],
  ] as const)('of %j is not asked for with %j', (more, options, reason) => {
    const finding = conclude(
      { ...must, ...more },
      { evidence: [observation(false)] },
      { ...asked, ...options },
    );
    expect(finding).toMatchObject({ verdict: 'not_asked', reason });
  });
});

describe('the baseline', () => {
  const finding = (ok: boolean, baseline: readonly string[]) =>
    conclude(must, { evidence: [observation(ok)] }, { ...asked, baseline });

  it('marks a failure that is expected', () => {
    expect(finding(false, ['a.must']).expected).toBe(true);
    expect(finding(false, []).expected).toBeUndefined();
    expect(staleEntries([finding(false, ['a.must'])], ['a.must'])).toEqual([]);
  });

  it('may name a warning', () => {
    const should = { ...must, severity: 'should' } as const;
    const warning = conclude(should, { evidence: [observation(false)] }, { ...asked, baseline: ['a.must'] });
    expect(warning).toMatchObject({ verdict: 'warning', expected: true });
    expect(staleEntries([warning], ['a.must'])).toEqual([]);
  });

  it('is stale where what it expects passes, or is no requirement', () => {
    expect(staleEntries([finding(true, ['a.must'])], ['a.must', 'no.such'])).toEqual(['a.must', 'no.such']);
  });

  it('is not stale where the requirement was not asked', () => {
    const notAsked = conclude({ ...must, needs: 'write' }, { evidence: [] }, asked);
    expect(staleEntries([notAsked], ['a.must'])).toEqual([]);
  });
});
