import { leaf, type XmlElement } from '../xml/element.ts';
import type { WireOptions } from './codec.ts';
import { fieldTable, readFilled } from './field-table.ts';
import type { Fields } from './fields.ts';
import type { Reading } from './reading.ts';
import { encodeText } from './text.ts';

/** The shop's customer as orders and `customers_list` name one (seed §11, §13). */
export interface Person {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly email: string;
}

const PERSON_TABLE = fieldTable({
  id: { kind: 'code', names: ['id'] },
  lastName: { kind: 'text', names: ['lastname'] },
  firstName: { kind: 'text', names: ['firstname'] },
  email: { kind: 'label', names: ['email'] },
});

const NOBODY: Person = { id: '', lastName: '', firstName: '', email: '' };

export const readPerson = (fields: Fields, reading: Reading): Person => ({
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
