import type { OptionalOrderField } from '../../domain/order.ts';
import type { ProductField } from '../../domain/product.ts';
import type { Condition } from './subject.ts';

export const EXACT_REFERENCES: Condition = {
  otherwise: 'takes references in any case',
  holds: ({ references }) => references === 'exact',
};

export const categoryLevels = (wanted: number): Condition => ({
  otherwise: `has fewer than ${wanted} category levels`,
  holds: ({ categoryLevels: levels = wanted }) => levels >= wanted,
});

export const mayBeEmpty = (field: ProductField): Condition => ({
  otherwise: `always has a value for "${field}"`,
  holds: ({ emptyFields }) => emptyFields.includes(field),
});

export const SOME_EMPTY_FIELD: Condition = {
  otherwise: 'has a value for every field, always',
  holds: ({ emptyFields }) => emptyFields.length > 0,
};

export const orderField = (field: OptionalOrderField): Condition => ({
  otherwise: `has no "${field}" in its orders`,
  holds: ({ orderFields }) => orderFields.includes(field),
});
