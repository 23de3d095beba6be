import { expect, test } from 'vitest';
import type { PostalAddress } from '../../domain/customer.ts';
import { personName } from './person-name.ts';

const at = (firstName: string, lastName: string): PostalAddress => ({
  ...{ country: 'FR', address1: '1 rue d’Or', postcode: '57000', city: 'Metz' },
  firstName,
  lastName,
});

test.each([
  ['Ondine Lee', at('Ondine', 'Lee'), 'Ondine', 'Lee'],
  ['jean-paul DE LA TOUR', at('Jean-Paul', 'de la Tour'), 'Jean-Paul', 'de la Tour'],
  ['Anne Marie Durand', at('Anne Marie', 'Durand'), 'Anne Marie', 'Durand'],
  ['Durand Anne Marie', at('Anne Marie', 'Durand'), 'Anne Marie', 'Durand'],
  ['Émile Zola', at('Ondine', 'Lee'), 'Émile', 'Zola'],
  ['Platon', at('', ''), '', 'Platon'],
  ['', at('Ondine', 'Lee'), 'Ondine', 'Lee'],
])('%s with %o: %s | %s', (name, address, firstName, lastName) => {
  expect(personName(name, address)).toEqual({ firstName, lastName });
});
