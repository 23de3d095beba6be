import type { ElementRule } from './schema.ts';

export const once = (name: string, more: Partial<ElementRule> = {}): ElementRule => ({
  name,
  occurs: 'once',
  ...more,
});

export const optional = (name: string, more: Partial<ElementRule> = {}): ElementRule => ({
  name,
  occurs: 'optional',
  ...more,
});

/** What addresses of orders and customers share (specification §11, §13): the starred elements may be left out. */
export const ADDRESS_RULES: readonly ElementRule[] = [
  once('pays', { text: 'country' }),
  optional('company'),
  once('lastname'),
  once('firstname'),
  once('address1'),
  optional('address2'),
  once('postcode'),
  once('city'),
  optional('phone'),
  optional('phone_mobile'),
];

export const CLIENT_RULES: readonly ElementRule[] = [
  once('id', { text: 'filled' }),
  once('lastname'),
  once('firstname'),
  once('email'),
];
