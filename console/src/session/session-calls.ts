import { callConsole } from '../api/console-call.ts';
import { consoleFetch } from '../api/console-fetch.ts';
import type { Language } from '../i18n/words.ts';
import type { SessionFacts } from './types.ts';

export interface Setup {
  readonly code: string;
  readonly name: string;
  readonly password: string;
}

/** What is asked of the session; no shop is chosen yet. */
export function sessionCalls(language: Language) {
  const send = consoleFetch('', language);
  return {
    read: () => callConsole<SessionFacts>(send, 'GET', '/session'),
    setUp: (setup: Setup) => callConsole(send, 'POST', '/session/setup', { ...setup, language }),
    signIn: (name: string, password: string) => callConsole(send, 'POST', '/session', { name, password }),
    signOut: () => callConsole(send, 'DELETE', '/session'),
    changePassword: (old: string, changed: string) =>
      callConsole(send, 'PUT', '/session/password', { old, new: changed }),
    keepLanguage: (kept: Language) => callConsole(send, 'PUT', '/session/language', { language: kept }),
  };
}
