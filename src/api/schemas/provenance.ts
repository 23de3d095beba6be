import { z } from 'zod';
import { OWNABLE_FIELDS } from '../../domain/ownership.ts';
import { instant, ORIGIN } from './change.ts';
import { named } from './named.ts';

const fieldWriter = named(
  'FieldWriter',
  z.object({
    ...ORIGIN,
    at: instant,
    owned: z.boolean().describe('Whether the shop keeps the field for itself.'),
  }),
);

export const ownedFields = z
  .array(z.enum(OWNABLE_FIELDS))
  .describe('What of products the shop keeps for itself: the ERP’s values are taken for new products only.');

export const provenance = named(
  'Provenance',
  z.object({
    reference: z.string(),
    kind: z.enum(['product', 'variant']),
    fields: z
      .record(z.string(), fieldWriter)
      .describe(
        'By path (`stock`, `translations.de.name`): who made the last write that changed it. What nobody has changed since provenance is kept is missing.',
      ),
    owned: ownedFields,
  }),
);
