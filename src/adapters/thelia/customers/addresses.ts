import type { PostalAddress } from '../../../domain/customer.ts';
import { defined, filled } from '../../../domain/optional.ts';

/** An address as Thelia keeps one, whoever it is of. */
export interface AddressRow {
  readonly entreprise: string;
  readonly nom: string;
  readonly prenom: string;
  readonly adresse1: string;
  readonly adresse2: string;
  readonly adresse3: string;
  readonly cpostal: string;
  readonly ville: string;
  /** Two letters; `null`: no country of that id. */
  readonly country: string | null;
}

interface Phones {
  readonly phone: string;
  readonly mobile: string;
}

/** Thelia has three lines of an address, the ERP two. */
export function postalAddress(row: AddressRow, { phone, mobile }: Phones): PostalAddress {
  const lines = [row.adresse2, row.adresse3].map((line) => line.trim()).filter(Boolean);
  const option = (text: string): string | undefined => filled(text.trim());
  return {
    country: row.country ?? '',
    lastName: row.nom.trim(),
    firstName: row.prenom.trim(),
    address1: row.adresse1.trim(),
    postcode: row.cpostal.trim(),
    city: row.ville.trim(),
    ...defined({
      company: option(row.entreprise),
      address2: filled(lines.join(', ')),
      phone: option(phone),
      mobile: option(mobile),
    }),
  };
}

export const NO_ADDRESS: PostalAddress = {
  ...{ country: '', lastName: '', firstName: '', address1: '', postcode: '', city: '' },
};
