import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { fieldsQuery } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { category, categoryId } from '../../schemas/category.ts';
import { partOf } from '../part-of.ts';
import { categoryContent } from './list-categories.ts';

export const getCategory = defineRoute({
  method: 'get',
  path: '/categories/{id}',
  scope: 'catalogue',
  tag: 'Categories',
  summary: 'One category',
  params: z.strictObject({ id: categoryId.describe('As a list or a product tells it.') }),
  query: z.strictObject({ fields: fieldsQuery(category) }),
  reply: category,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, parts }) {
    const stored = await partOf(parts.catalogue, 'reading_unsupported').category(id);
    if (!stored) throw fail('record_unknown', { entity: 'category', record: id });
    return { content: categoryContent(stored) };
  },
});
