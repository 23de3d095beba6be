import { Button, Group, Progress, SegmentedControl, Stack, Switch, Text, useMatches } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Note } from '../../parts/note.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Status } from '../../parts/status.tsx';
import { type CheckLine, countOf, type Finding, sortedFindings, VERDICT_TONES } from './check-report.ts';
import { useCheck } from './use-check.ts';
import { CONNECTION_WORDS } from './words.ts';

const TARGETS = ['shop', 'sample'] as const;

/** The conformance kit against this server itself. */
export function CheckCard() {
  const orientation = useMatches<'vertical' | 'horizontal'>({ base: 'vertical', xs: 'horizontal' });
  const words = useWords(CONNECTION_WORDS);
  const { state, start, stop } = useCheck();
  const [on, setOn] = useState<(typeof TARGETS)[number]>('shop');
  const labels = { shop: words.testShop, sample: words.testSample };
  return (
    <Card title={words.test} lead={words.testLead}>
      <Stack gap="md">
        <Group gap="sm">
          <SegmentedControl
            orientation={orientation}
            aria-label={words.test}
            value={on}
            data={TARGETS.map((value) => ({ value, label: labels[value] }))}
            onChange={setOn}
            disabled={state.isRunning}
          />
          {state.isRunning ? (
            <Button variant="default" onClick={stop}>
              {words.stop}
            </Button>
          ) : (
            <Button onClick={() => start(on)}>{words.run}</Button>
          )}
        </Group>
        <div aria-live="polite">
          {state.error && <ProblemNote error={state.error} />}
          {state.last && <Outcome line={state.last} />}
        </div>
      </Stack>
    </Card>
  );
}

function Outcome({ line }: { readonly line: CheckLine }) {
  const words = useWords(CONNECTION_WORDS);
  if (line.kind === 'problem') return <Note tone="error">{line.detail}</Note>;
  if (line.kind === 'report') return <Report passed={line.passed} findings={line.report.findings} />;
  const { done, total } = line;
  return (
    <Stack gap={6}>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={words.test} />
      <Text size="sm" c="dimmed">
        {words.progress(done, total)}
      </Text>
    </Stack>
  );
}

interface ReportProps {
  readonly passed: boolean;
  readonly findings: readonly Finding[];
}

function Report({ passed, findings }: ReportProps) {
  const words = useWords(CONNECTION_WORDS);
  const [isWhole, setWhole] = useState(false);
  const columns = useFindingColumns();
  const shown = sortedFindings(findings).filter(
    ({ verdict }) => isWhole || (verdict !== 'passed' && verdict !== 'not_asked'),
  );
  return (
    <Stack gap="sm">
      <Judgement passed={passed} findings={findings} />
      <Switch
        label={words.showAll}
        checked={isWhole}
        onChange={(event) => setWhole(event.currentTarget.checked)}
      />
      {shown.length > 0 && (
        <DataTable
          label={words.test}
          columns={columns}
          rows={shown}
          keyOf={({ requirement }) => requirement.id}
        />
      )}
    </Stack>
  );
}

/** A shop without an order to offer has failed nothing, and has not shown all. */
function Judgement({ passed, findings }: ReportProps) {
  const words = useWords(CONNECTION_WORDS);
  if (passed) return <Note tone="ok">{words.passed(countOf(findings, 'passed'))}</Note>;
  const failed = countOf(findings, 'failed');
  if (failed > 0) return <Note tone="error">{words.failed(failed)}</Note>;
  return <Note tone="alert">{words.untested(countOf(findings, 'untested'))}</Note>;
}

function useFindingColumns(): readonly Column<Finding>[] {
  const words = useWords(CONNECTION_WORDS);
  const { language } = useLanguage();
  return [
    {
      id: 'verdict',
      title: words.verdict,
      cell: ({ verdict }) => {
        const tone = VERDICT_TONES[verdict];
        return <Status {...(tone && { tone })}>{words.verdicts[verdict]}</Status>;
      },
    },
    {
      id: 'requirement',
      title: words.requirement,
      isWide: true,
      cell: ({ requirement, reason, evidence }) => (
        <>
          <Text size="sm">{requirement.sentence[language]}</Text>
          {reason !== undefined && (
            <Text size="xs" c="dimmed">
              {reason}
            </Text>
          )}
          {evidence
            .filter(({ ok }) => !ok)
            .map(({ what, expected }) => (
              <Text key={what} size="xs" c="dimmed">
                {what} – {expected}
              </Text>
            ))}
        </>
      ),
    },
    { id: 'section', title: words.section, isMinor: true, cell: ({ requirement }) => requirement.section },
  ];
}
