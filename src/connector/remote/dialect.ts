import type { FormSyntax } from '../../wire/form/writer.ts';

/** How a caller writes its requests, quirks included: what the protocol leaves open, or real callers do (docs/protocol.md). */
export interface Dialect extends FormSyntax {
  /** Where `data` stands among the variables. */
  readonly fieldOrder: 'data-last' | 'data-first';
  /** Where `key` and `resource` stand: as POST variables, inside the XML, or in both. */
  readonly routing: 'variables' | 'xml' | 'both';
  /** The XML declaration: `full` names UTF-8, `bare` names no encoding, `none` is left out. */
  readonly declaration: 'full' | 'bare' | 'none';
  /** Names of a product's fields: the specification's, or PrestaShop's (both are its own, seed §7 and §16). */
  readonly vocabulary: 'universal' | 'prestashop';
  /** Bodies over 1 MiB wait for `100 Continue`. */
  readonly expectContinue: boolean;
}

export const DEFAULT_DIALECT: Dialect = {
  form: 'multipart',
  fieldOrder: 'data-last',
  routing: 'both',
  declaration: 'full',
  vocabulary: 'universal',
  expectContinue: true,
};
