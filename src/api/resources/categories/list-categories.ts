import { z } from 'zod';
import type { Category } from '../../../shop/catalogue.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { fieldsQuery, PAGE_QUERY } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { category, categoryId } from '../../schemas/category.ts';
import { partOf } from '../part-of.ts';

const TOP = 'top';

export const listCategories = defineRoute({
  method: 'get',
  path: '/categories',
  scope: 'catalogue',
  tag: 'Categories',
  summary: 'The categories, in the order in which they came',
  description: 'All of them, each with its `parent`, for who makes a tree; or those below one.',
  query: z.strictObject({
    ...PAGE_QUERY,
    parent: z
      .union([z.literal(TOP), categoryId])
      .exactOptional()
      .describe('The id of the category above, or `top`: only those right below.'),
    fields: fieldsQuery(category),
  }),
  reply: pageOf(category),
  errors: ['unsupported'],
  async handle({ query, parts, url }) {
    const { parent } = query;
    const pages = { list: 'categories', kinds: ['number'] } as const;
    const page = await partOf(parts.catalogue, 'reading_unsupported').categoryPage({
      ...pageQueryFrom(query, pages),
      ...(parent !== undefined && { parent: parent === TOP ? null : parent }),
    });
    return pageReply({ url }, pages, { items: page.items.map(categoryContent), next: page.next });
  },
});

export const categoryContent = ({ path, ...rest }: Category) => ({ ...rest, path: [...path] });
