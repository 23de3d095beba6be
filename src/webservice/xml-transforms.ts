import type { Problem } from '../domain/problem.ts';

/** What one sheet made of a message; or why it refused it. */
export type XmlStep = { readonly sheet: string; readonly before: Uint8Array } & (
  | {
      readonly after: Uint8Array;
      /** What `xsl:message` said. */
      readonly said: string;
    }
  | { readonly after?: undefined; readonly problem: Problem }
);

/**
 * Transforms the XML of a message as somebody's sheets say; its rejections are for the caller to read. Undefined where the XML
 * is not well-formed. What it gives is UTF-8, whatever its declaration says.
 */
type TransformXml = (xml: Uint8Array, onStep?: (step: XmlStep) => void) => Promise<Uint8Array | undefined>;

/** A shop's transformations of the wire's XML. */
export interface XmlTransforms {
  /** Of the request before it is decoded, of the reply once it is encoded. None where the message goes as it is. */
  of(resource: string, moment: 'request' | 'reply'): TransformXml | undefined;
}
