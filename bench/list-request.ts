import { type Field, formRequest, KEY } from './forms.ts';

/** A request for a list; `limit` is `start,count` (seed §5). */
export const listRequest = (resource: string, limit?: string): Buffer =>
  formRequest([
    ['key', KEY],
    ['resource', resource],
    ...(limit === undefined ? [] : [['limit', limit] satisfies Field]),
  ]);
