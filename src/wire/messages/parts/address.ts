import {
  POSTAL_ADDRESS_FIELDS,
  type POSTAL_ADDRESS_OPTIONS,
  type PostalAddress,
} from '../../../domain/customer.ts';
import { emptyFields } from '../../../domain/fields.ts';
import { leaf, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { fieldTable, readFilled, type WireTableFor } from './field-table.ts';
import type { Fields } from './fields.ts';
import type { RecordReading } from './record-reading.ts';
import { encodeText } from './text.ts';

/** The orders' and customers' vocabulary of addresses (seed §11, §13). */
const ADDRESS_TABLE = fieldTable({
  country: { kind: 'code', names: ['pays'] },
  company: { kind: 'text', names: ['company'] },
  lastName: { kind: 'text', names: ['lastname'] },
  firstName: { kind: 'text', names: ['firstname'] },
  address1: { kind: 'text', names: ['address1'] },
  address2: { kind: 'text', names: ['address2'] },
  postcode: { kind: 'code', names: ['postcode'] },
  city: { kind: 'text', names: ['city'] },
  phone: { kind: 'text', names: ['phone'] },
  mobile: { kind: 'text', names: ['phone_mobile'] },
} satisfies WireTableFor<typeof POSTAL_ADDRESS_FIELDS & typeof POSTAL_ADDRESS_OPTIONS>);

const NOWHERE = emptyFields(POSTAL_ADDRESS_FIELDS);

export const readAddress = (fields: Fields, reading: RecordReading): PostalAddress => ({
  ...NOWHERE,
  ...readFilled(ADDRESS_TABLE, fields, reading),
});

/** Every element, in the specification's order, empty where nothing is known: older readers need them all. */
export const writeAddress = (address: PostalAddress, options: WireOptions): readonly XmlElement[] => {
  const text = (value = ''): string => encodeText(value, options);
  return [
    leaf('pays', address.country),
    leaf('company', text(address.company)),
    leaf('lastname', text(address.lastName)),
    leaf('firstname', text(address.firstName)),
    leaf('address1', text(address.address1)),
    leaf('address2', text(address.address2)),
    leaf('postcode', address.postcode),
    leaf('city', text(address.city)),
    leaf('phone', text(address.phone)),
    leaf('phone_mobile', text(address.mobile)),
  ];
};
