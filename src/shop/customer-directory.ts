import type { Customer } from '../domain/customer.ts';
import type { Page, PageQuery } from './pages.ts';

/** Reads customers as a storefront does: by page, by what it knows of them. In the order in which they came. */
export interface CustomerDirectory {
  /** Of a search a page may have fewer than were asked for, even none, and still a next one: only so many are looked at. */
  customerPage(query: CustomerQuery): Promise<Page<Customer>>;
  /** By the ERP's code. */
  customerByCode(code: string): Promise<Customer | undefined>;
}

export interface CustomerQuery extends PageQuery {
  /** Of the customer or one of its contacts, in any case. */
  readonly email?: string;
  /** A part of the names, the company, the address or the ERP's code, in any case, accents left aside. */
  readonly search?: string;
}
