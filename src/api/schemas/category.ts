import { z } from 'zod';
import { shaped } from '../input/shapes.ts';
import { named } from './named.ts';

export const categoryId = shaped('recordId');

export const category = named(
  'Category',
  z.object({
    id: categoryId,
    name: z.string(),
    parent: z.string().exactOptional().describe('The id of the category above; absent at the top.'),
    path: z.array(z.string()).describe('Names from the top down, its own last.'),
    hasChildren: z.boolean(),
  }),
);
