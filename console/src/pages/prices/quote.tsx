import { Stack } from '@mantine/core';
import { useRead, type Ways } from '../../api/api.tsx';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { type PriceQuestion, quoteBody } from './question.ts';
import { QuoteForm } from './quote-form.tsx';
import { QuoteResult } from './quote-result.tsx';
import { PRICES_WORDS } from './words.ts';

export type QuoteReply = Awaited<ReturnType<typeof askQuote>>;

const askQuote = ({ api }: Ways, body: NonNullable<ReturnType<typeof quoteBody>>, signal: AbortSignal) =>
  api.post('/prices/quote', { body, signal });

interface QuoteProps {
  readonly question: PriceQuestion;
  readonly onAsk: (question: PriceQuestion) => void;
}

/** The form, and the answer that explains itself. */
export function Quote({ question, onAsk }: QuoteProps) {
  const words = useWords(PRICES_WORDS);
  const body = quoteBody(question);
  const query = useRead(
    ['quote', body],
    async (ways, signal) => (body ? askQuote(ways, body, signal) : undefined),
    { enabled: body !== undefined },
  );
  return (
    <Stack gap="md">
      <Card>
        <QuoteForm key={JSON.stringify(question)} question={question} onAsk={onAsk} />
      </Card>
      {body === undefined ? (
        <EmptyState icon="prices" title={words.start}>
          {words.startLead}
        </EmptyState>
      ) : (
        <div aria-live="polite">
          <Loaded query={query} height={240}>
            {(quote) => quote && <QuoteResult quote={quote} />}
          </Loaded>
        </div>
      )}
    </Stack>
  );
}
