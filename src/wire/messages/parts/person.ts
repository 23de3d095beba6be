import { PERSON_FIELDS, type Person } from '../../../domain/customer.ts';
import { emptyFields } from '../../../domain/fields.ts';
import { leaf, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { fieldTable, readFilled, type WireTableFor } from './field-table.ts';
import type { Fields } from './fields.ts';
import type { RecordReading } from './record-reading.ts';
import { encodeText } from './text.ts';

/** The shop's customer as orders and `customers_list` name one (seed §11, §13). */
const PERSON_TABLE = fieldTable({
  id: { kind: 'code', names: ['id'] },
  lastName: { kind: 'text', names: ['lastname'] },
  firstName: { kind: 'text', names: ['firstname'] },
  email: { kind: 'label', names: ['email'] },
} satisfies WireTableFor<typeof PERSON_FIELDS>);

const NOBODY = emptyFields(PERSON_FIELDS);

export const readPerson = (fields: Fields, reading: RecordReading): Person => ({
  ...NOBODY,
  ...readFilled(PERSON_TABLE, fields, reading),
});

/** `ids` stand first: the shop's id and, in an order, perhaps the ERP's code. */
export const writePerson = (
  person: Person,
  ids: readonly XmlElement[],
  options: WireOptions,
): readonly XmlElement[] => [
  ...ids,
  leaf('lastname', encodeText(person.lastName, options)),
  leaf('firstname', encodeText(person.firstName, options)),
  leaf('email', encodeText(person.email, options)),
];
