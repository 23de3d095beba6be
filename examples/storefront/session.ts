import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const DAYS = 7;
const NAME = 'shop';
/** So that the cookie stays below the 4 KiB that browsers keep; it is base64. */
const MOST_BYTES = 2500;

const session = z.object({
  /** Proven by a link that was sent there. */
  email: z.string().optional(),
  basket: z.array(z.object({ reference: z.string(), quantity: z.int().positive() })),
  /** The id of the last order. */
  ordered: z.string().optional(),
});

export type Session = Readonly<z.output<typeof session>>;
export type BasketLine = Session['basket'][number];

const EMPTY: Session = { basket: [] };
const content = z.object({ until: z.number(), session });

export const fitsCookie = (kept: Session): boolean => Buffer.byteLength(JSON.stringify(kept)) <= MOST_BYTES;

export interface Sessions {
  /** Of a `Cookie` header. What was not signed here, or is too old, is no session. */
  read(cookies: string | undefined): Session;
  /** The `Set-Cookie` header. */
  write(session: Session): string;
}

/** All that the shop knows of a visitor is in a cookie that the visitor can read, and not change. */
export function createSessions({ secret, isSecure }: { secret: string; isSecure: boolean }): Sessions {
  const signature = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');
  const isSigned = (text: string, said: string): boolean => {
    const [right, got] = [Buffer.from(signature(text)), Buffer.from(said)];
    return right.length === got.length && timingSafeEqual(right, got);
  };
  return {
    read(cookies = '') {
      const value = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${NAME}=`));
      const [text = '', said = ''] = value?.slice(NAME.length + 1).split('.') ?? [];
      if (!isSigned(text, said)) return EMPTY;
      const read = content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      return read.success && read.data.until > Date.now() ? read.data.session : EMPTY;
    },
    write(kept) {
      const until = Date.now() + DAYS * 86_400_000;
      const text = Buffer.from(JSON.stringify({ until, session: kept })).toString('base64url');
      const flags = `Path=/; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
      return `${NAME}=${text}.${signature(text)}; ${flags}`;
    },
  };
}
