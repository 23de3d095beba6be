import { Button, Stack, Text } from '@mantine/core';
import { useRead } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useBlobUrl } from '../../parts/stored-image.tsx';
import { DOCUMENTS_WORDS } from '../documents/words.ts';
import type { SalesDocument } from './document-page.tsx';
import classes from './preview.module.css';

/** The document's file as it will be printed. */
export function Preview({ document: { number, file } }: { readonly document: SalesDocument }) {
  const words = useWords(DOCUMENTS_WORDS);
  const query = useRead(
    ['file', file?.sha256],
    ({ api }, signal) => api.get('/documents/{number}/file', { params: { number }, signal }),
    { enabled: file !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  const url = useBlobUrl(query.data);
  if (!file) {
    return (
      <Text size="sm" c="dimmed">
        {words.noPreview}
      </Text>
    );
  }
  const isPdf = file.type === 'application/pdf';
  const name = `${number}.${isPdf ? 'pdf' : 'html'}`;
  return (
    <Card
      title={words.preview}
      actions={
        url !== undefined && (
          <Button component="a" href={url} download={name} size="xs" variant="default">
            {words.save}
          </Button>
        )
      }
    >
      <Loaded query={query} height={520}>
        {() => (
          <Stack gap="xs">
            {!isPdf && (
              <Text size="sm" c="dimmed">
                {words.htmlPreview}
              </Text>
            )}
            {url !== undefined &&
              (isPdf ? (
                // The browser's viewer of PDFs refuses to work in a sandbox; scripts of a PDF do not reach the page.
                <iframe className={classes.frame} src={url} title={words.previewOf(number)} />
              ) : (
                <iframe className={classes.frame} src={url} sandbox="" title={words.previewOf(number)} />
              ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
