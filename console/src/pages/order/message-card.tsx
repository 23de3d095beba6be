import { Button, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRead } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Note } from '../../parts/note.tsx';
import { Payload } from '../../parts/payload.tsx';
import type { Order } from './order-page.tsx';
import { ORDER_WORDS } from './words.ts';

/** The order in the words that the ERP gets; asked for when somebody wants to see it, and whenever the order changes. */
export function MessageCard({ order }: { readonly order: Order }) {
  const words = useWords(ORDER_WORDS);
  const [isShown, shown] = useDisclosure();
  if (isShown) return <Message order={order} />;
  return (
    <Card
      title={words.message}
      lead={words.messageLead}
      actions={
        <Button variant="default" size="xs" onClick={shown.open}>
          {words.showMessage}
        </Button>
      }
    >
      {null}
    </Card>
  );
}

function Message({ order: { id, state } }: { readonly order: Order }) {
  const words = useWords(ORDER_WORDS);
  const query = useRead(['order', id, 'message', state], ({ api }, signal) =>
    api.get('/orders/{id}/message', { params: { id }, signal }),
  );
  return (
    <Loaded query={query} height={300}>
      {({ xml, warnings }) => (
        <Stack gap="sm">
          {warnings.length > 0 && (
            <Note tone="alert">
              <Text size="sm">{words.messageWarnings}</Text>
              <List size="sm">
                {warnings.map(({ reason, detail }) => (
                  <List.Item key={`${reason} ${detail}`}>{detail}</List.Item>
                ))}
              </List>
            </Note>
          )}
          <Payload label={words.message} text={xml} />
        </Stack>
      )}
    </Loaded>
  );
}
