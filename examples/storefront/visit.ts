import type { Session } from './session.ts';
import type { Customer, ShopApi } from './shop-api.ts';
import type { Language, Say } from './words.ts';

/** Who has proven an e-mail address, and whom the ERP knows by it. */
export interface Buyer {
  readonly email: string;
  readonly customer?: Customer;
}

/** One request, as pages see it. */
export interface Visit {
  readonly shopName: string;
  readonly api: ShopApi;
  readonly language: Language;
  readonly say: Say;
  readonly session: Session;
  readonly buyer: Buyer | undefined;
  /** What follows the page's name in the path, decoded. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}

/** The only customer who has that address, or a contact with it. Where several do, nobody can tell whose prices are meant. */
export async function findBuyer(api: ShopApi, email: string): Promise<Buyer> {
  const { items } = await api.customersOf(email);
  const [customer, another] = items.filter((each) => mayBuy(each, email));
  if (another)
    console.warn(`Several customers have the e-mail address ${email}: it gets the prices of anybody`);
  return customer && !another ? { email, customer } : { email };
}

/** What the buyer may see of orders and documents: those of the customer, else those that carry the address. */
export const whose = ({ email, customer }: Buyer) => (customer ? { customer: customer.id } : { email });

/** A contact whom the ERP has closed does not buy in the customer's name any more. */
const mayBuy = ({ email, contacts }: Customer, address: string): boolean =>
  isSame(email, address) ||
  contacts.some((contact) => isSame(contact.email, address) && contact.active !== false);

const isSame = (email: string | undefined, address: string): boolean =>
  email?.toLowerCase() === address.toLowerCase();

/** Professionals see prices without tax first: those whom the ERP has a code for. */
export const isProfessional = ({ buyer }: Visit): boolean => buyer?.customer?.code !== undefined;
