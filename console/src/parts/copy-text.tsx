import { Button, CopyButton } from '@mantine/core';
import { Icon } from '../app/icon.tsx';
import { useWords } from '../i18n/language.tsx';
import { PARTS_WORDS } from './words.ts';

export function CopyText({ text }: { readonly text: string }) {
  const words = useWords(PARTS_WORDS);
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          variant="subtle"
          style={{ flexShrink: 0 }}
          leftSection={<Icon name={copied ? 'check' : 'copy'} size={14} />}
          onClick={copy}
        >
          {copied ? words.copied : words.copy}
        </Button>
      )}
    </CopyButton>
  );
}
