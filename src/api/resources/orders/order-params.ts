import { z } from 'zod';

export const orderParams = z.strictObject({
  id: z.string().describe('The order’s id, percent-encoded: `W%2F1` for `W/1`.'),
});
