import { PasserelleError } from '../domain/error.ts';

/** Whether an error came from the storage, so that nothing in the same transaction can be trusted. */
export const isStoreFault = (error: unknown): boolean =>
  error instanceof PasserelleError && error.code === 'store_unavailable';
