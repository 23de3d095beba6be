import { z } from 'zod';
import { CONFIGURED } from '../../shop/manage-keys.ts';
import { typed } from './typed.ts';

export const idParams = z.strictObject({ id: typed() });

/** Of a key or a token that is made. The label of configured keys stands for them alone. */
export const labelled = () => ({
  label: z
    .string()
    .max(200)
    .refine((label) => label !== CONFIGURED)
    .default(''),
});
