interface Named {
  readonly company?: string;
  readonly firstName?: string;
  readonly name?: string;
  readonly email?: string;
}

/** What a customer is called by; undefined where nothing is known. */
export const customerName = ({ company, firstName, name, email }: Named): string | undefined =>
  company || [firstName, name].filter(Boolean).join(' ') || email || undefined;
