import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { type CheckReport, type Finding, hasPassed, type Verdict } from '../report.ts';
import { parseBaseline } from './baseline.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { terminalReport } from './terminal.ts';

const HOSTILE = '<script>alert("1")</script>\u001b[2J\u0000 & \ud800';

const finding = (id: string, verdict: Verdict, more: Partial<Finding> = {}): Finding => ({
  requirement: {
    id,
    sentence: { fr: `Phrase de ${id}.`, en: `Sentence of ${id}.` },
    section: '§5',
    severity: verdict === 'warning' ? 'should' : 'must',
    needs: 'read',
  },
  verdict,
  evidence: [
    {
      what: `looked at ${id}`,
      ok: verdict === 'passed',
      sent: 'key=***',
      received: HOSTILE,
      expected: 'a list',
    },
  ],
  ...more,
});

const report = (findings: readonly Finding[], stale: readonly string[] = []): CheckReport => ({
  target: 'http://127.0.0.1:1/webservice?x=<y>',
  kind: 'webservice',
  profile: 'v3',
  write: true,
  startedAt: '2026-11-24T03:00:00.000Z',
  durationMs: 1234,
  requests: 7,
  findings,
  stale,
  created: ['PASSERELLE-CHECK-1'],
});

const MIXED = report([
  finding('products-list.shape', 'passed'),
  finding('products-list.slices', 'failed'),
  finding('orders.shape', 'untested', { reason: 'there is no order' }),
  finding('orders.lines-sum', 'warning'),
  finding('auth.wrong-key', 'failed', { expected: true }),
  finding('set-order-exported.reply', 'not_asked', { reason: 'needs --order' }),
]);

describe('the verdict of a run', () => {
  it('is red for a failure, for what could not be tested, and for a stale entry', () => {
    const passed = finding('a.b', 'passed');
    expect(hasPassed(report([passed, finding('a.c', 'warning'), finding('a.d', 'not_asked')]))).toBe(true);
    expect(hasPassed(report([passed, finding('a.c', 'failed')]))).toBe(false);
    expect(hasPassed(report([passed, finding('a.c', 'untested')]))).toBe(false);
    expect(hasPassed(report([passed, finding('a.c', 'failed', { expected: true })]))).toBe(true);
    expect(hasPassed(report([passed], ['a.b']))).toBe(false);
  });
});

describe('the report on the terminal', () => {
  it('tells of each failure what was sent, what came, what was expected, and where it is written', () => {
    const text = terminalReport(MIXED, { language: 'en', colour: false });
    const failed = text.slice(text.indexOf('✗ products-list.slices'), text.indexOf('✗ auth.wrong-key'));
    expect(failed).toContain('specification §5');
    expect(failed).toContain('Sentence of products-list.slices.');
    expect(failed).toMatch(/sent +key=\*\*\*/);
    expect(failed).toMatch(/received +<script>/);
    expect(failed).toMatch(/expected +a list/);
    expect(text).toContain('there is no order');
    expect(text).toMatch(
      /FAILED: 1 passed, 2 failed, 1 warning, 1 untested, 1 not asked \(1 of them known\)\n$/,
    );
  });

  it('counts in the plural and in the spelling of the language', () => {
    const text = terminalReport(
      report([...MIXED.findings, finding('orders.date', 'failed'), finding('orders.lines', 'passed')]),
      { language: 'fr', colour: false },
    );
    expect(text).toContain('7 requêtes en 1,2 s');
    expect(text).toContain(
      'ÉCHEC\u00a0: 2 conformes, 3 échecs, 1 avertissement, 1 non vérifié, 1 non demandé (dont 1 connu)',
    );
    expect(terminalReport(MIXED, { language: 'en', colour: false })).toContain('(1 of them known)');
  });

  it('does not send a reader to the specification for what later editions brought', () => {
    const later = finding('add-tracking.reply', 'failed');
    const said = report([{ ...later, requirement: { ...later.requirement, section: 'later editions' } }]);
    expect(terminalReport(said, { language: 'en', colour: false })).not.toContain('specification later');
    for (const text of [
      terminalReport(said, { language: 'fr', colour: false }),
      htmlReport(said, 'fr'),
      junitReport(said, 'fr'),
    ])
      expect(text).toContain('éditions ultérieures');
  });

  it('tells a stale entry from one that names nothing', () => {
    const said = report(MIXED.findings, ['products-list.shape', 'products-list.shap']);
    const text = terminalReport(said, { language: 'en', colour: false });
    expect(text).toMatch(
      /no longer failing[^\n]*\n {2}products-list\.shape\n\n.*typing error\.\n {2}products-list\.shap\n/,
    );
    expect(htmlReport(said, 'fr')).toContain('faute de frappe');
    expect(junitReport(said, 'en')).toContain('no requirement has this id');
  });

  it('says of a connector neither that it was read nor that it was written to', () => {
    const said: CheckReport = { ...MIXED, kind: 'connector', write: false };
    expect(terminalReport(said, { language: 'en', colour: false })).not.toContain('read only');
    expect(htmlReport(said, 'en')).not.toContain('read only');
  });

  it('lets no control character of a stranger through', () => {
    expect(terminalReport(MIXED, { language: 'fr', colour: false })).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe('the HTML page', () => {
  it('shows everything and runs nothing', () => {
    const page = htmlReport(MIXED, 'fr');
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('Phrase de products-list.slices.');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/(?:src|href)=/);
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('obligatoire · 1 observation<');
    expect(page).not.toMatch(/· (must|should) ·/);
  });
});

describe('the JUnit file', () => {
  it('is XML whose failures are the failures of the run', () => {
    const root = parseXml(junitReport(report(MIXED.findings, ['gone.id']), 'en')).root;
    const cases = descendants(root, 'testcase');
    const failing = cases.filter((one) => descendants(one, 'failure').length > 0);
    expect(cases).toHaveLength(7);
    expect(failing.map((one) => one.attributes.name?.split(' ')[0])).toEqual([
      'products-list.slices',
      'orders.shape',
      'gone.id',
    ]);
    expect(descendants(root, 'skipped')).toHaveLength(1);
    const [first] = descendants(parseXml(junitReport(MIXED, 'fr')).root, 'failure');
    expect(first?.text).toContain('spécification §5');
    expect(first?.text).toContain('attendu: a list');
  });
});

function descendants(element: XmlElement | null, name: string): XmlElement[] {
  const children = element?.children.filter((child) => child instanceof XmlElement) ?? [];
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

describe('the JSON file', () => {
  it('holds the whole report with its sum', () => {
    const { passed, counts, ...rest } = JSON.parse(jsonReport(MIXED));
    expect({ passed, counts }).toEqual({
      passed: false,
      counts: { passed: 1, failed: 2, warning: 1, untested: 1, not_asked: 1 },
    });
    expect(rest).toEqual(JSON.parse(JSON.stringify(MIXED)));
  });
});

describe('a baseline', () => {
  it('is one id a line, remarks aside', () => {
    expect(
      parseBaseline('# known\nauth.wrong-key # the old shop\r\n\n orders.shape\nauth.wrong-key'),
    ).toEqual(['auth.wrong-key', 'orders.shape']);
  });
});
