import { z } from 'zod';

export const documentParams = z.strictObject({
  number: z.string().describe('The document’s number, percent-encoded: `FA%2F17` for `FA/17`.'),
});
