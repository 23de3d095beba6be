import { describe, expect, it } from 'vitest';
import { checkWebservice } from '../../src/conformance/check-webservice.ts';
import type { CheckReport, Finding } from '../../src/conformance/report.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/conformance/requirement.ts';
import { REQUIREMENTS } from '../../src/conformance/requirements/requirements.ts';
import { DEFECTS, type Defect } from '../../src/conformance/testing/defects.ts';
import type { Spoil } from '../../src/conformance/testing/model/exchange.ts';
import { startModelShop } from '../../src/conformance/testing/model-shop.ts';

async function check(profile: ProfileName, spoils: readonly Spoil[]): Promise<CheckReport> {
  await using shop = await startModelShop(profile, spoils);
  const { url, key, order } = shop;
  return await checkWebservice({ url, key, order, profile, language: 'en', write: true });
}

const isRed = ({ verdict }: Finding): boolean => verdict !== 'passed' && verdict !== 'not_asked';

/** What is red, with what it was seen by: enough to understand a red test. */
const redFindings = ({ findings }: CheckReport) =>
  Object.fromEntries(
    findings.filter(isRed).map(({ requirement, verdict, reason, evidence }) => [
      requirement.id,
      `${verdict}: ${
        reason ??
        evidence
          .filter(({ ok }) => !ok)
          .map(({ what, expected }) => `${what} → ${expected}`)
          .join('; ')
      }`,
    ]),
  );

const DEFECT_NAMES = Object.keys(DEFECTS) as Defect[];

const verdictOf = (id: string): string =>
  REQUIREMENTS.find((requirement) => requirement.id === id)?.severity === 'must' ? 'failed' : 'warning';

describe.concurrent('the healthy model shop', () => {
  it.for(PROFILE_NAMES)('passes wholly in profile %s', async (profile) => {
    const report = await check(profile, []);
    expect(redFindings(report)).toEqual({});
    expect(report.findings.filter(({ verdict }) => verdict === 'passed').length).toBe(
      REQUIREMENTS.filter(({ profiles }) => profiles?.includes(profile) ?? true).length,
    );
  });
});

describe.concurrent('a shop with one defect fails exactly what the defect breaks', () => {
  it.for(DEFECT_NAMES)('%s', async (name) => {
    const { breaks, profile = 'v3', spoil } = DEFECTS[name];
    const red = redFindings(await check(profile, [spoil]));
    expect(red[breaks[0]]).toMatch(new RegExp(`^${verdictOf(breaks[0])}:`));
    expect(Object.keys(red).sort(), JSON.stringify(red, null, 2)).toEqual([...breaks].sort());
  });
});

describe('the defects', () => {
  it('break each requirement', () => {
    const broken = new Set(DEFECT_NAMES.flatMap((name) => DEFECTS[name].breaks));
    expect(REQUIREMENTS.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('say why, where one breaks several', () => {
    const silent = DEFECT_NAMES.filter((name) => DEFECTS[name].breaks.length > 1 && !DEFECTS[name].because);
    expect(silent).toEqual([]);
  });
});
