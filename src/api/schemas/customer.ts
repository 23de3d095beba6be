import { z } from 'zod';
import { ADDRESS_FIELDS, CONTACT_FIELDS, CUSTOMER_FIELDS } from '../../domain/customer.ts';
import { fieldsShape } from './fields.ts';
import { named } from './named.ts';

const customFields = z
  .record(z.string(), z.string())
  .describe('What the ERP says beside all this, by its names.');

const contact = named(
  'CustomerContact',
  z.object({
    ...fieldsShape(CONTACT_FIELDS, {
      email: '',
      name: '',
      firstName: '',
      phone: '',
      mobile: '',
      active: '',
    }),
    customFields,
  }),
);

const address = named(
  'CustomerAddress',
  z.object({
    ...fieldsShape(ADDRESS_FIELDS, {
      title: 'Usually the company’s name.',
      contact: '',
      street: '',
      complement: '',
      postcode: '',
      city: '',
      region: '',
      country: 'As the ERP writes it: a name or a code.',
      phone: '',
      email: '',
    }),
    customFields,
  }),
);

export const customer = named(
  'Customer',
  z.object({
    id: z.string().describe('The shop’s own.'),
    code: z.string().exactOptional().describe('The ERP’s, once it is known.'),
    ...fieldsShape(CUSTOMER_FIELDS, {
      name: '',
      firstName: '',
      company: '',
      phone: '',
      mobile: '',
      fax: '',
      email: '',
      salesPerson: '',
      paymentTermsId: '',
      paymentTerms: '',
      priceCategory: 'Price rules and `categoryPrices` of products name it.',
      discountRate: 'Percent.',
      payerCode: 'The code of the customer who pays, where that is another one.',
      payerName: '',
      active: '',
    }),
    customFields,
    contacts: z.array(contact),
    deliveryAddresses: z.array(address),
    billingAddress: address.exactOptional(),
  }),
);
