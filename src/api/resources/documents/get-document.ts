import { z } from 'zod';
import { fieldsQuery } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { document } from '../../schemas/document.ts';
import { documentContent } from './document-content.ts';
import { documentParams } from './document-params.ts';
import { readDocument } from './read-document.ts';

export const getDocument = defineRoute({
  method: 'get',
  path: '/documents/{number}',
  scope: 'orders',
  tag: 'Documents',
  summary: 'One sales document, by its number',
  params: documentParams,
  query: z.strictObject({ fields: fieldsQuery(document) }),
  reply: document,
  errors: ['unknown_reference', 'unsupported'],
  handle: async ({ params: { number }, parts }) => ({
    content: documentContent(await readDocument(parts, number)),
  }),
});
