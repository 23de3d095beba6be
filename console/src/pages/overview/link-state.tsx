import { Text } from '@mantine/core';
import { Icon } from '../../app/icon.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import classes from './link-state.module.css';
import { type ToneCounts, worstOf } from './summary.ts';
import type { OverviewRun } from './use-overview.ts';
import { OVERVIEW_WORDS } from './words.ts';

const ICONS = { ok: 'check', alert: 'alert', error: 'error' } as const;
const SILENT_MS = 24 * 3_600_000;

interface LinkStateProps {
  readonly last: OverviewRun;
  readonly counts: ToneCounts;
}

/** One sentence that says whether anything is to be done. */
export function LinkState({ last, counts }: LinkStateProps) {
  const words = useWords(OVERVIEW_WORDS);
  const format = useFormat();
  const isSilent = Date.now() - Date.parse(last.endedAt) > SILENT_MS;
  const worst = worstOf(counts);
  const tone = isSilent && worst === 'ok' ? 'alert' : worst;
  const said = {
    ok: { title: words.fine, lead: words.fineLead },
    alert: { title: words.alerts, lead: words.alertsLead(counts.alert) },
    error: { title: words.errors(counts.error), lead: words.errorsLead },
  }[tone];
  const { title, lead } =
    isSilent && worst !== 'error'
      ? { title: words.silent, lead: words.silentLead(format.ago(last.endedAt)) }
      : said;
  return (
    <div className={classes.state} data-tone={tone}>
      <span className={classes.icon}>
        <Icon name={ICONS[tone]} size={24} />
      </span>
      <div>
        <Text fw={650} fz={19} lh={1.3}>
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
      </div>
    </div>
  );
}
