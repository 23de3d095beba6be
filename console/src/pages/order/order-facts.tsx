import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { PostalAddress } from '../../parts/postal-address.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import type { Order } from './order-page.tsx';
import { ORDER_WORDS } from './words.ts';

/** Who ordered, where it goes, how it is paid. */
export function OrderFacts({ order }: { readonly order: Order }) {
  const words = useWords(ORDER_WORDS);
  const format = useFormat();
  const { id, state, placedAt, customer, billing, delivery, paymentMethod, carrier, warehouse } = order;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <Card title={words.customer}>
          <CustomerFacts customer={customer} vatNumber={billing.vatNumber} />
        </Card>
        <Card title={words.billing}>
          <PostalAddress lines={envelope(billing)} />
        </Card>
        <Card title={words.delivery}>
          <PostalAddress lines={envelope(delivery)} />
        </Card>
      </SimpleGrid>
      <Card>
        <Facts
          facts={[
            { name: words.number, value: id },
            { name: words.state, value: state },
            { name: words.placed, value: format.moment(placedAt) },
            { name: words.payment, value: paymentMethod },
            { name: words.carrier, value: carrier },
            { name: words.warehouse, value: warehouse },
            { name: words.tracking, value: order.trackingNumbers.join(', ') || words.noTracking },
            { name: words.documents, value: order.documents && <DocumentLinks numbers={order.documents} /> },
          ]}
        />
      </Card>
    </>
  );
}

const envelope = (address: Order['delivery']): readonly (string | undefined)[] => [
  address.company,
  [address.firstName, address.lastName].filter(Boolean).join(' '),
  address.address1,
  address.address2,
  [address.postcode, address.city].filter(Boolean).join(' '),
  address.country,
  address.phone ?? address.mobile,
];

interface CustomerFactsProps {
  readonly customer: Order['customer'];
  readonly vatNumber: string | undefined;
}

function CustomerFacts({ customer, vatNumber }: CustomerFactsProps) {
  const words = useWords(ORDER_WORDS);
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(' ') || customer.email;
  return (
    <Stack gap={2} fz="sm">
      {customer.id === '' ? (
        <Text size="sm">{name}</Text>
      ) : (
        <TextLink
          to="/customers/$id"
          params={{ id: customer.id }}
          search={customer.erpCode === undefined ? {} : { code: customer.erpCode }}
        >
          {name}
        </TextLink>
      )}
      <span style={{ overflowWrap: 'anywhere' }}>{customer.email}</span>
      {customer.erpCode !== undefined && (
        <span>
          {words.account} {customer.erpCode}
        </span>
      )}
      {vatNumber !== undefined && (
        <span>
          {words.vatNumber} {vatNumber}
        </span>
      )}
    </Stack>
  );
}

function DocumentLinks({ numbers }: { readonly numbers: readonly string[] }) {
  return numbers.map((number, index) => (
    <span key={number}>
      {index > 0 && ', '}
      <TextLink to="/documents/$number" params={{ number }}>
        {number}
      </TextLink>
    </span>
  ));
}
