import { html } from '../html.ts';
import { type Answer, redirect } from '../http.ts';
import type { Links } from '../links.ts';
import type { Visit } from '../visit.ts';
import { layout, messagePage } from './layout.ts';

export interface SignIn {
  readonly links: Links;
  /** Where visitors see the shop. */
  readonly url: string;
}

export async function signInPage(visit: Visit): Promise<Answer> {
  const { say } = visit;
  return layout(visit, {
    title: say('signIn'),
    main: html`<form class="address" method="post" action="/sign-in">
  <label>${say('email')} <input type="email" name="email" autocomplete="email" maxlength="254" required></label>
  <button>${say('sendLink')}</button>
</form>`,
  });
}

/** Answers the same whether or not the ERP knows the address: who asks is not told who buys here. */
export async function sendLink(visit: Visit, { links, url }: SignIn): Promise<Answer> {
  const email = (visit.form.get('email') ?? '').trim();
  if (!/^[^@\s]+@[^@\s]+$/.test(email) || email.length > 254) return redirect('/sign-in');
  console.log(`A real shop would mail this link to ${email}: ${url}/sign-in/${links.add(email)}`);
  return messagePage(visit, visit.say('linkSent', { email }), 200);
}

/** What opens a mail's links before its reader does must not use this one up: so it only shows a button. */
export async function linkPage(visit: Visit, { links }: SignIn): Promise<Answer> {
  const { say, id } = visit;
  const email = links.email(id);
  if (email === undefined) return messagePage(visit, say('linkEnded'), 410);
  return layout(visit, {
    title: say('signIn'),
    main: html`<form method="post"><button>${say('continueAs', { email })}</button></form>`,
  });
}

export async function useLink(visit: Visit, { links }: SignIn): Promise<Answer> {
  const email = links.use(visit.id);
  if (email === undefined) return messagePage(visit, visit.say('linkEnded'), 410);
  return redirect('/', { ...visit.session, email });
}

export async function signOut({ session }: Visit): Promise<Answer> {
  return redirect('/', { basket: session.basket });
}
