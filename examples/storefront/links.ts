import { randomBytes } from 'node:crypto';

const MINUTES = 15;
const MOST_OPEN = 1000;

/** One-time links: who opens one can read the mail of that address. In memory, so a restart ends them. */
export interface Links {
  add(email: string): string;
  email(token: string): string | undefined;
  /** Gives its address, and ends the link. */
  use(token: string): string | undefined;
}

export function createLinks(): Links {
  const open = new Map<string, { readonly email: string; readonly until: number }>();
  const email = (token: string): string | undefined => {
    const link = open.get(token);
    return link && link.until > Date.now() ? link.email : undefined;
  };
  return {
    add(address) {
      const token = randomBytes(24).toString('base64url');
      const [oldest] = open.keys();
      if (open.size >= MOST_OPEN && oldest !== undefined) open.delete(oldest);
      open.set(token, { email: address, until: Date.now() + MINUTES * 60_000 });
      return token;
    },
    email,
    use(token) {
      const address = email(token);
      open.delete(token);
      return address;
    },
  };
}
