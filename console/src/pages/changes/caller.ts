const USER = 'user:';

/** Who stands behind a change of the shop's own side: somebody of the console, or a token. */
export const callerOf = (caller: string): { readonly kind: 'user' | 'token'; readonly name: string } =>
  caller.startsWith(USER)
    ? { kind: 'user', name: caller.slice(USER.length) }
    : { kind: 'token', name: caller };
