import type { ADDRESS_FIELDS, CONTACT_FIELDS, CUSTOMER_FIELDS } from '../../../domain/customer.ts';
import { fieldTable, type WireTableFor } from '../parts/field-table.ts';

/** A client of `add_customer` (seed §14); the key `codetiers` is read apart. */
export const CUSTOMER_TABLE = fieldTable({
  name: { kind: 'text', names: ['nom'], warnsWhenEmpty: true },
  firstName: { kind: 'text', names: ['prenom'] },
  company: { kind: 'text', names: ['societe'] },
  phone: { kind: 'text', names: ['telephone'] },
  mobile: { kind: 'text', names: ['portable'] },
  fax: { kind: 'text', names: ['telecopie'] },
  email: { kind: 'label', names: ['email'] },
  salesPerson: { kind: 'text', names: ['commercial'] },
  paymentTermsId: { kind: 'code', names: ['conditionreglementid'] },
  paymentTerms: { kind: 'text', names: ['conditionreglement'] },
  priceCategory: { kind: 'label', names: ['catégorietarifaire'] },
  discountRate: { kind: 'decimal', names: ['tauxderemise'], warnsWhenEmpty: true },
  payerCode: { kind: 'code', names: ['payeurid'] },
  payerName: { kind: 'text', names: ['payeur'] },
  // The historic `actif` may speak of the contact that the node was made for: the customer's own word counts.
  active: { kind: 'boolean', names: ['tiers_actif', 'actif'], spellingsDiffer: true },
} satisfies WireTableFor<typeof CUSTOMER_FIELDS>);

export const CONTACT_TABLE = fieldTable({
  name: { kind: 'text', names: ['nom'] },
  firstName: { kind: 'text', names: ['prenom'] },
  phone: { kind: 'text', names: ['telephone'] },
  mobile: { kind: 'text', names: ['portable'] },
  email: { kind: 'label', names: ['email'] },
  active: { kind: 'boolean', names: ['contact_actif', 'actif'], spellingsDiffer: true },
} satisfies WireTableFor<typeof CONTACT_FIELDS>);

/** `<livraison>` and `<facturation>`. */
export const ERP_ADDRESS_TABLE = fieldTable({
  phone: { kind: 'text', names: ['telephone'] },
  email: { kind: 'label', names: ['email'] },
  street: { kind: 'text', names: ['adresse'] },
  complement: { kind: 'text', names: ['complement'] },
  postcode: { kind: 'code', names: ['codepostal'] },
  city: { kind: 'text', names: ['ville'] },
  region: { kind: 'text', names: ['coderegion'] },
  country: { kind: 'text', names: ['pays'] },
  contact: { kind: 'text', names: ['contact'] },
  title: { kind: 'text', names: ['intitule'] },
} satisfies WireTableFor<typeof ADDRESS_FIELDS>);
