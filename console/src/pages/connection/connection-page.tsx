import { SimpleGrid, Stack } from '@mantine/core';
import { useRead } from '../../api/api.tsx';
import { callConsole } from '../../api/console-call.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { useMay } from '../../session/session.tsx';
import { CheckCard } from './check-card.tsx';
import { EndpointCard } from './endpoint-card.tsx';
import { KeysCard } from './keys-card.tsx';
import { TokensCard } from './tokens-card.tsx';
import type { Connection } from './types.ts';
import { CONNECTION_WORDS } from './words.ts';

export function ConnectionPage() {
  const words = useWords(CONNECTION_WORDS);
  const isAdmin = useMay('admin');
  const isOperator = useMay('operator');
  const query = useRead(['connection'], ({ send }) => callConsole<Connection>(send, 'GET', '/connection'));
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={query} height={300}>
        {(connection) => (
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <EndpointCard paths={connection.paths} />
              <SettingsCard connection={connection} />
            </SimpleGrid>
            {isAdmin && <KeysCard />}
            {isOperator && <CheckCard />}
            {isAdmin && <TokensCard />}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

const namesOf = (names: Connection['orderStates']['names'] = {}): string =>
  Object.entries(names)
    .map(([own, erps]) => `${own} → ${erps}`)
    .join(', ');

function SettingsCard({ connection }: { readonly connection: Connection }) {
  const words = useWords(CONNECTION_WORDS);
  const format = useFormat();
  const { profile, priceRules, orderStates, store, isForeign, lastExchange } = connection;
  return (
    <Card title={words.facts}>
      <Facts
        facts={[
          {
            name: words.lastCall,
            value: lastExchange ? (
              <TextLink to="/exchanges/$id" params={{ id: lastExchange.id }}>
                {format.ago(lastExchange.at)}
              </TextLink>
            ) : (
              words.never
            ),
          },
          { name: words.profile, value: profile },
          { name: words.priceRules, value: words.priceRuleModes[priceRules] },
          { name: words.importable, value: orderStates.importable?.join(', ') ?? words.anyState },
          { name: words.final, value: orderStates.final ?? words.keepsState },
          { name: words.stateNames, value: namesOf(orderStates.names) },
          { name: words.store, value: `${isForeign ? words.foreign : words.own} (${store})` },
        ]}
      />
    </Card>
  );
}
