/** What a hook answered, or how it failed to. */
export type Answered = { readonly returned: unknown; readonly isSlow: boolean } | { readonly error: unknown };

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Waits no longer than that. What comes later, an error too, is nobody's any more. */
export function withinTime(answer: PromiseLike<unknown>, ms: number): Promise<Answered> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ returned: undefined, isSlow: true }), ms);
    const settle = (answered: Answered): void => {
      clearTimeout(timer);
      resolve(answered);
    };
    Promise.resolve(answer).then(
      (returned) => settle({ returned, isSlow: false }),
      (error: unknown) => settle({ error }),
    );
  });
}
