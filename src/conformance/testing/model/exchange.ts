import type { IncomingHttpHeaders, Server } from 'node:http';
import type { ProfileName } from '../../requirement.ts';
import type { ShopState } from './state.ts';

export interface RawRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The variables of a form in the order in which they came. */
export type Form = ReadonlyMap<string, Buffer>;

/** A message whose key was right. */
export interface Call {
  readonly resource: string;
  readonly form: Form;
  /** `data` as text; empty when there was none, or none that the model can decompress (bzip2). */
  readonly xml: string;
}

/** What stands inside `<connecteur>`. */
export type Content = string;

/** An error for the caller. */
export class Refusal extends Error {
  /** Set where the profile does not decide: the documents push. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

export interface Model {
  readonly profile: ProfileName;
  readonly key: string;
  readonly state: ShopState;
}

/**
 * Where a defect takes hold. Each hook stands around one step of an exchange and may change what goes in, what comes
 * out, or do the step itself.
 */
export interface Spoil {
  listen?(server: Server): void;
  /** Before the first request: other goods in the shop. */
  stock?(state: ShopState): void;
  /** Around all: bytes to bytes. */
  exchange?(request: RawRequest, next: (request: RawRequest) => Promise<Reply>, model: Model): Promise<Reply>;
  /** Around everything that follows the reading of the form: decompression, the key, the call. */
  form?(form: Form, next: (form: Form) => Promise<Content>, model: Model): Promise<Content>;
  /** Around the call of one resource. */
  call?(call: Call, next: (call: Call) => Promise<Content>, model: Model): Promise<Content>;
}
