import { fail } from '../../../domain/error.ts';
import { ownedFieldAt } from '../../../domain/ownership.ts';
import { defineRoute } from '../../route.ts';
import { provenance } from '../../schemas/provenance.ts';
import { partOf } from '../part-of.ts';
import { productParams } from './product-query.ts';

export const getProvenance = defineRoute({
  method: 'get',
  path: '/products/{reference}/provenance',
  scope: 'read',
  tag: 'Products',
  summary: 'Who gave each field of a product or variant its value, when, and with which exchange',
  description:
    'docs/ownership.md has the rules. `GET /exchanges/{id}` explains an exchange, as long as the journal keeps it.',
  params: productParams,
  reply: provenance,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { reference }, parts }) {
    const part = partOf(parts.provenance, { unsupported: 'provenance' });
    const found = await part.provenance(reference);
    if (!found) throw fail('record_unknown', { entity: 'product', record: reference });
    const owned = part.ownedFields();
    const names = new Set<string>(owned);
    const fields = [...found.fields].map(
      ([path, writer]) => [path, { ...writer, owned: ownedFieldAt(path, names) !== undefined }] as const,
    );
    return { content: { ...found, fields: Object.fromEntries(fields), owned: [...owned] } };
  },
});
