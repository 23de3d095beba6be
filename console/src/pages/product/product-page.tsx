import { Group, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../i18n/language.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { StoredImage } from '../../parts/stored-image.tsx';
import { TextLink } from '../../parts/text-link.tsx';
import { ProductState } from '../catalogue/product-state.tsx';
import { FieldsCard } from './fields-card.tsx';
import { type ShownProduct, useProduct } from './use-product.ts';
import { VariantsCard } from './variants-card.tsx';
import { PRODUCT_WORDS } from './words.ts';

export function ProductPage() {
  const words = useWords(PRODUCT_WORDS);
  const { reference } = useParams({ from: '/catalogue/$reference' });
  const query = useProduct(reference);
  const product = query.data?.product;
  return (
    <Page
      title={product?.name ?? reference}
      lead={reference}
      badge={product && <ProductState product={product} />}
      above={<BackLink to="/catalogue">{words.back}</BackLink>}
    >
      <Loaded query={query} height={400}>
        {(shown) => (
          <Stack gap="md">
            <ProductFacts product={shown.product} />
            {shown.variants.length > 0 && (
              <VariantsCard variants={shown.variants} productPrice={shown.product.netPrice} />
            )}
            <FieldsCard product={shown.product} writers={shown.writers} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function ProductFacts({ product }: { readonly product: ShownProduct }) {
  const words = useWords(PRODUCT_WORDS);
  const format = useFormat();
  const { reference, parent, image, netPrice, taxRate, stock, category, updatedAt } = product;
  return (
    <Card>
      <Group gap="lg" align="flex-start">
        <StoredImage path={image?.path} alt={product.name ?? reference} size={140} />
        <div style={{ flex: '1 1 300px' }}>
          <Facts
            facts={[
              {
                name: words.ofProduct,
                value: parent !== undefined && (
                  <TextLink to="/catalogue/$reference" params={{ reference: parent }}>
                    {parent}
                  </TextLink>
                ),
              },
              { name: words.price, value: netPrice !== undefined && format.money(netPrice) },
              { name: words.vat, value: taxRate !== undefined && format.percent(taxRate) },
              { name: words.stock, value: stock !== undefined && format.number(stock) },
              { name: words.category, value: category?.path.join(' › ') },
              { name: words.changed, value: format.moment(updatedAt) },
              {
                name: words.exchanges,
                value: (
                  <TextLink to="/exchanges" search={{ reference }}>
                    {reference}
                  </TextLink>
                ),
              },
            ]}
          />
        </div>
      </Group>
    </Card>
  );
}
