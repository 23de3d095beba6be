import type { z } from 'zod';
import type { Customer, Nested } from '../../../domain/customer.ts';
import { defined } from '../../../domain/optional.ts';
import type { customer } from '../../schemas/customer.ts';

/** A customer as a reply has it: the fields of each record beside its custom ones. */
export const customerContent = ({
  id,
  code,
  contacts,
  deliveryAddresses,
  billingAddress,
  ...own
}: Customer): z.input<typeof customer> =>
  defined({
    id,
    code,
    ...flat(own),
    contacts: contacts.map(flat),
    deliveryAddresses: deliveryAddresses.map(flat),
    billingAddress: billingAddress && flat(billingAddress),
  });

const flat = <Fields>({ fields, customFields }: Nested<Fields>) => ({ ...fields, customFields });
