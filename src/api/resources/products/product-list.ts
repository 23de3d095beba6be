import { isAllowed } from '../../../shop/api-tokens.ts';
import { PRODUCT_ORDERS, type ProductOrder, type ProductQuery } from '../../../shop/catalogue.ts';
import type { Reply } from '../../http/reply.ts';
import { pageQueryFrom, pageReply } from '../../lists/page.ts';
import { sortFrom } from '../../lists/sort.ts';
import type { Call } from '../../route.ts';
import { partOf } from '../part-of.ts';
import { languageHeaders, type ProductContent, productContent } from './product-content.ts';

interface ListQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly sort: ProductOrder | `-${ProductOrder}`;
  readonly fields?: readonly string[];
}

type Filters = Omit<ProductQuery, 'order' | 'isDescending' | 'after' | 'limit'>;
type ListReply = Reply<{ items: ProductContent[]; next?: string }>;

/** A page of the products that the filters leave. */
export async function productListReply(
  call: Pick<
    Call<unknown, ListQuery, unknown, unknown>,
    'query' | 'parts' | 'shop' | 'token' | 'header' | 'url'
  >,
  filters: Filters,
): Promise<ListReply> {
  const { query, parts, shop, token, header, url } = call;
  const sort = sortFrom(PRODUCT_ORDERS, query.sort);
  const pages = { list: `${filters.kind} ${query.sort}`, kinds: PRODUCT_ORDERS[sort.order] };
  const page = await partOf(parts.catalogue, 'reading_unsupported').productPage({
    ...filters,
    ...sort,
    ...pageQueryFrom(query, pages),
  });
  const contents = page.items.map((item) =>
    productContent(item, {
      acceptLanguage: header('accept-language'),
      mainLanguage: shop.mainLanguage,
      fields: query.fields,
      isTrusted: isAllowed(token, 'read'),
    }),
  );
  const headers = languageHeaders(contents.map(({ language }) => language));
  return pageReply({ url, headers }, pages, {
    items: contents.map(({ content }) => content),
    next: page.next,
  });
}
