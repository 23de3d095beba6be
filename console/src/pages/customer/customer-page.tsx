import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { useRead } from '../../api/api.tsx';
import { useFieldWords } from '../../format/field-words.ts';
import { useWords } from '../../i18n/language.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PostalAddress } from '../../parts/postal-address.tsx';
import { Status } from '../../parts/status.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { customerName } from '../customers/name.ts';
import { CUSTOMERS_WORDS } from '../customers/words.ts';
import { NoCodeNote } from './no-code-note.tsx';
import { type Customer, readCustomer } from './read-customer.ts';
import { RecordCards } from './record-cards.tsx';

export function CustomerPage() {
  const words = useWords(CUSTOMERS_WORDS);
  const { id } = useParams({ from: '/customers/$id' });
  const { code } = useSearch({ from: '/customers/$id' });
  const query = useRead(['customer', id, code], (ways, signal) => readCustomer(ways, id, code, signal));
  const { data } = query;
  return (
    <Page
      title={(data && customerName(data)) ?? id}
      badge={data?.active === false && <Status>{words.inactive}</Status>}
      above={<BackLink to="/customers">{words.back}</BackLink>}
    >
      <Loaded query={query} height={300}>
        {(customer) => (
          <Stack gap="md">
            <NoCodeNote customer={customer} />
            <AccountCard customer={customer} />
            <Places customer={customer} />
            <RecordCards customer={customer} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

const ACCOUNT = [
  ...(['company', 'firstName', 'name', 'email', 'phone', 'mobile', 'fax', 'priceCategory'] as const),
  ...(['discountRate', 'paymentTerms', 'salesPerson', 'payerCode', 'payerName'] as const),
] as const;

function AccountCard({ customer }: { readonly customer: Customer }) {
  const words = useWords(CUSTOMERS_WORDS);
  const nameOf = useFieldWords();
  const { id, code, customFields } = customer;
  const own = Object.entries(customFields).map(([name, value]) => ({ name, value }));
  return (
    <Card title={words.facts}>
      <Stack gap="md">
        <Facts
          facts={[
            { name: words.code, value: code },
            ...ACCOUNT.map((field) => ({ name: nameOf(field), value: customer[field] })),
            ...own,
          ]}
        />
        <Group gap="lg" fz="sm">
          <TextLink to="/changes" search={{ entity: 'customer', key: id }}>
            {words.changesOf}
          </TextLink>
          {code !== undefined && (
            <>
              <TextLink to="/prices" search={{ customer: code }}>
                {words.quote}
              </TextLink>
              <TextLink to="/exchanges" search={{ reference: code }}>
                {words.exchanges}
              </TextLink>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

type Address = Customer['deliveryAddresses'][number];

const envelope = (address: Address): readonly (string | undefined)[] => [
  address.title,
  address.contact,
  address.street,
  address.complement,
  [address.postcode, address.city].filter(Boolean).join(' '),
  address.region,
  address.country,
  address.phone,
  address.email,
];

const shopEnvelope = (address: NonNullable<Customer['shopAddress']>): readonly (string | undefined)[] => [
  address.company,
  [address.firstName, address.lastName].filter(Boolean).join(' '),
  address.address1,
  address.address2,
  [address.postcode, address.city].filter(Boolean).join(' '),
  address.country,
  address.phone ?? address.mobile,
];

function Places({
  customer: { contacts, deliveryAddresses, billingAddress, shopAddress },
}: {
  readonly customer: Customer;
}) {
  const words = useWords(CUSTOMERS_WORDS);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
      {shopAddress && (
        <Card title={words.shopAddress}>
          <PostalAddress lines={shopEnvelope(shopAddress)} />
        </Card>
      )}
      {billingAddress && (
        <Card title={words.billing}>
          <PostalAddress lines={envelope(billingAddress)} />
        </Card>
      )}
      {deliveryAddresses.length > 0 && (
        <Card title={words.delivery}>
          <Stack gap="md">
            {deliveryAddresses.map((address, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: addresses have nothing else, and never move
              <PostalAddress key={index} lines={envelope(address)} />
            ))}
          </Stack>
        </Card>
      )}
      {contacts.length > 0 && (
        <Card title={words.contacts}>
          <Stack gap="sm">
            {contacts.map(({ firstName, name, email, phone, mobile }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Text key={index} component="div" size="sm" style={{ overflowWrap: 'anywhere' }}>
                <b>{[firstName, name].filter(Boolean).join(' ') || email}</b>
                <br />
                {[email, phone, mobile].filter(Boolean).join(' · ')}
              </Text>
            ))}
          </Stack>
        </Card>
      )}
    </SimpleGrid>
  );
}
