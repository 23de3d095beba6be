import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'vitest';
import { checkWebservice } from '../../src/conformance/check-webservice.ts';
import { type Finding, hasPassed } from '../../src/conformance/report.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/conformance/requirement.ts';
import { REQUIREMENTS } from '../../src/conformance/requirements/requirements.ts';
import { KEY } from '../support/endpoint.ts';
import { runCommand } from '../support/run-command.ts';
import { startServer } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** The sample's first order. */
const ORDER = '5001';

/** The real server as a process, with the sample loaded; `profile` is set in its configuration file. */
async function serveSample(profile: ProfileName, { onTestFinished, expect }: TestContext): Promise<string> {
  const data = temporaryFolder(onTestFinished);
  writeFileSync(join(data, 'passerelle.config.json'), JSON.stringify({ shops: [{ profile }] }));
  const environment = { PASSERELLE_DATA: data, PASSERELLE_KEY: KEY };
  const imported = await runCommand(['import', '--sample'], { folder: data, environment });
  expect(imported.exitCode, imported.errors).toBe(0);
  const server = await startServer(data);
  onTestFinished(server.stop);
  return server.url;
}

const red = (findings: readonly Finding[]) =>
  findings
    .filter(({ verdict }) => verdict !== 'passed')
    .map(({ requirement, ...finding }) => ({ id: requirement.id, ...finding }));

test.concurrent.for(PROFILE_NAMES)(
  'our server, with the sample, meets every requirement in profile %s',
  async (profile, context) => {
    const { expect } = context;
    const url = await serveSample(profile, context);
    const report = await checkWebservice({
      url,
      key: KEY,
      profile,
      language: 'en',
      write: true,
      order: ORDER,
    });
    expect(red(report.findings)).toEqual([]);
    expect(report.findings.length).toBe(REQUIREMENTS.length);
    expect(hasPassed(report)).toBe(true);
  },
);
