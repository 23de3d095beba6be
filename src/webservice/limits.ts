import { DEFAULT_XML_LIMITS, type XmlLimits } from '../wire/xml/limits.ts';

/** What one request may cost. Bytes, unless the name says otherwise. */
export interface EndpointLimits {
  readonly bodyBytes: number;
  readonly decompressedBytes: number;
  readonly xml: XmlLimits;
  /** Of a variable's name. */
  readonly nameBytes: number;
  /** Of one POST variable or file. */
  readonly fieldBytes: number;
  readonly parts: number;
  /** Of a request held in memory; what is more goes to the spool. */
  readonly unauthenticatedMemoryBytes: number;
  readonly spoolBytesPerRequest: number;
  /** Over all requests. */
  readonly spoolBytes: number;
  readonly spoolRequests: number;
}

const MIB = 1 << 20;

export const DEFAULT_LIMITS: EndpointLimits = {
  bodyBytes: 1024 * MIB,
  decompressedBytes: 4096 * MIB,
  xml: DEFAULT_XML_LIMITS,
  nameBytes: 1024,
  fieldBytes: 64 * MIB,
  parts: 500,
  unauthenticatedMemoryBytes: MIB,
  spoolBytesPerRequest: 512 * MIB,
  spoolBytes: 1024 * MIB,
  spoolRequests: 4,
};
