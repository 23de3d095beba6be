import {
  ORDER_DOCUMENT_STATES,
  ORDER_DOCUMENT_TYPES,
  ORDER_FIELDS,
  ORDER_LINE_FIELDS,
  ORDER_LINE_OPTIONS,
  ORDER_OPTIONS,
  ORDER_TOTALS,
  type OrderContent,
  type OrderToImport,
} from '../../../domain/order.ts';
import { SALES_DOCUMENT_TYPES, type SalesDocumentContent } from '../../../domain/sales-document.ts';
import { bytes, type Check, code, fieldChecks, list, map, oneOf, record, text } from './check.ts';
import { billingAddress, person, postalAddress } from './customer.ts';

const REQUIRED = {
  ...fieldChecks(ORDER_FIELDS),
  delivery: postalAddress,
  billing: billingAddress,
  customer: record({ required: person, optional: { erpCode: text } }),
  totals: record({ required: fieldChecks(ORDER_TOTALS) }),
  lines: list(
    record({ required: fieldChecks(ORDER_LINE_FIELDS), optional: fieldChecks(ORDER_LINE_OPTIONS) }),
  ),
};

const OPTIONAL = {
  ...fieldChecks(ORDER_OPTIONS),
  documentType: oneOf(ORDER_DOCUMENT_TYPES),
  documentState: oneOf(ORDER_DOCUMENT_STATES),
} satisfies Partial<Record<keyof OrderContent, Check>>;

const { placedAt } = fieldChecks({ placedAt: 'date' });

const customFields = map(text);

type Optional<Value, Required> = Record<Exclude<keyof Value, keyof Required>, Check>;

const ORDER_REQUIRED = { ...REQUIRED, id: code, placedAt };

const ORDER_OPTIONAL = {
  ...OPTIONAL,
  reference: text,
  state: text,
  excluded: oneOf([true, false]),
  customFields,
} satisfies Optional<OrderToImport, typeof ORDER_REQUIRED>;

export const orderToImport = record({ required: ORDER_REQUIRED, optional: ORDER_OPTIONAL });

export const listedOrder = record({ required: { id: code, state: text } });

const DOCUMENT_OPTIONAL = {
  ...OPTIONAL,
  placedAt,
  orderId: text,
  customFields,
} satisfies Optional<SalesDocumentContent, typeof REQUIRED>;

export const salesDocumentChange = record({
  required: { number: code, type: oneOf(SALES_DOCUMENT_TYPES) },
  optional: {
    content: record({
      required: REQUIRED,
      optional: DOCUMENT_OPTIONAL,
    }),
    file: record({ required: { type: oneOf(['application/pdf', 'text/html']), bytes } }),
    email: text,
    erpId: text,
  },
});
