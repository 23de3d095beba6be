import { expect, test } from 'vitest';
import { type Finding, sortedFindings, type Verdict } from './check-report.ts';

const finding = (verdict: Verdict): Finding => ({
  requirement: { id: verdict, sentence: { en: '', fr: '' }, section: '§5' },
  verdict,
  evidence: [],
});

test('what failed comes first', () => {
  const verdicts: readonly Verdict[] = ['passed', 'warning', 'not_asked', 'failed'];
  expect(sortedFindings(verdicts.map(finding)).map(({ verdict }) => verdict)).toEqual([
    'failed',
    'warning',
    'passed',
    'not_asked',
  ]);
});
