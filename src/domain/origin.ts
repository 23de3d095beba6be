import type { TransformationTrace } from './transformation.ts';

/** `erp`: the ERP, over the webservice; `shop`: the shop's own side; `import`: a file that a person loads. */
export const ORIGINS = ['erp', 'shop', 'import'] as const;

/** Who makes a change, and on which occasion: for what is noted beside it. */
export interface Origin {
  readonly by: (typeof ORIGINS)[number];
  /** The id of the exchange in the journal that the change came with. */
  readonly exchange?: string;
  /** Of the shop's own side: the id of the token, or `user:NAME` of the console. */
  readonly caller?: string;
  /** Told what transformations made of it on its way. */
  readonly trace?: TransformationTrace;
}
