import { SimpleGrid, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead, type Ways } from '../../api/api.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { DOCUMENTS_WORDS } from '../documents/words.ts';
import { LinesCard } from '../order/lines-card.tsx';
import { Preview } from './preview.tsx';

export type SalesDocument = Awaited<ReturnType<typeof readDocument>>;

const readDocument = ({ api }: Ways, number: string, signal: AbortSignal) =>
  api.get('/documents/{number}', { params: { number }, signal });

export function DocumentPage() {
  const words = useWords(DOCUMENTS_WORDS);
  const { number } = useParams({ from: '/documents/$number' });
  const query = useRead(['document', number], (ways, signal) => readDocument(ways, number, signal));
  return (
    <Page
      title={number}
      badge={query.data && <Status>{words.types[query.data.type]}</Status>}
      above={<BackLink to="/documents">{words.back}</BackLink>}
    >
      <Loaded query={query} height={400}>
        {(document) => (
          <SimpleGrid cols={{ base: 1, lg: document.file ? 2 : 1 }} spacing="md">
            <Stack gap="md">
              <DocumentFacts document={document} />
              {document.content && document.content.lines.length > 0 && (
                <LinesCard record={document.content} />
              )}
            </Stack>
            <Preview document={document} />
          </SimpleGrid>
        )}
      </Loaded>
    </Page>
  );
}

function DocumentFacts({ document }: { readonly document: SalesDocument }) {
  const words = useWords(DOCUMENTS_WORDS);
  const format = useFormat();
  const { date, customer, order, erpId, createdAt, updatedAt, file } = document;
  return (
    <Card>
      <Facts
        facts={[
          { name: words.date, value: format.moment(date) },
          { name: words.owner, value: customer.email ?? customer.code ?? customer.id },
          {
            name: words.order,
            value: order !== undefined && (
              <TextLink to="/orders/$id" params={{ id: order }}>
                {order}
              </TextLink>
            ),
          },
          { name: words.erpId, value: erpId },
          { name: words.size, value: file ? format.bytes(file.bytes) : words.noFile },
          { name: words.came, value: format.moment(createdAt) },
          { name: words.changed, value: updatedAt !== createdAt && format.moment(updatedAt) },
        ]}
      />
    </Card>
  );
}
