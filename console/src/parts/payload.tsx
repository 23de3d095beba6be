import { Button, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useWords } from '../i18n/language.tsx';
import { Card } from './card.tsx';
import { CopyText } from './copy-text.tsx';
import { formatPayload, type Line } from './markup.ts';
import classes from './payload.module.css';
import { PARTS_WORDS } from './words.ts';

interface PayloadProps {
  readonly label: string;
  readonly text: string;
}

const FIRST_LINES = 400;

/** What went over the wire, set for reading. */
export function Payload({ label, text }: PayloadProps) {
  const words = useWords(PARTS_WORDS);
  const lines = useMemo(() => formatPayload(text), [text]);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, FIRST_LINES);
  return (
    <Card title={label} actions={<CopyText text={text} />}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <pre className={classes.payload} tabIndex={0}>
        <code>
          {shown.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else, and never move
            <PayloadLine key={index} line={line} />
          ))}
        </code>
      </pre>
      {shown.length < lines.length && (
        <Text component="div" ta="center" mt={6}>
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            {words.more}
          </Button>
        </Text>
      )}
    </Card>
  );
}

function PayloadLine({ line: { depth, pieces } }: { readonly line: Line }) {
  return (
    <span className={classes.line} style={{ paddingLeft: `${Math.min(depth, 12) * 2 + 2}ch` }}>
      {pieces.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <span key={index} data-kind={kind}>
          {text}
        </span>
      ))}
      {'\n'}
    </span>
  );
}
