import type { Decimal } from '../../domain/decimal.ts';
import type { Decoded, Problem } from '../../domain/problem.ts';
import type { Shape, XmlElement } from '../xml/element.ts';

/** What a request says, whatever way it came: POST variables, XML, file parts. What routes it is no field of it. */
export interface WireRequest {
  /** POST variables by name, first of a name. */
  readonly variables: ReadonlyMap<string, string>;
  /** The root of the XML in `data`. */
  readonly document?: XmlElement;
  /** Parts that are binary (`image`, `pdf`), by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** How to read and write, per shop. */
export interface WireOptions {
  readonly profile: ProfileName;
  /** Undo `\'` where every quote of a text is escaped. */
  readonly unescapeQuotes: boolean;
  /** Fields (by our names) that an empty element clears; all others are left untouched by it. */
  readonly clearable: ReadonlySet<string>;
  /** PrestaShop's `id_tax_rules_group` to a rate in percent. */
  readonly taxGroups: ReadonlyMap<string, Decimal>;
  /** What one unit of `largeur hauteur profondeur` is in cm, and one of `poids` in kg. */
  readonly centimetresPerUnit: Decimal;
  readonly kilogramsPerUnit: Decimal;
  /** Which of its names a written field has, where it has several: the specification's by default (seed §7, §16). */
  readonly vocabulary?: 'universal' | 'prestashop';
}

export type ProfileName = 'v3' | 'kit-2015' | 'samples';

/**
 * One message of the protocol, both ways round: the server decodes requests and encodes replies, the connector encodes
 * requests and decodes replies. Names of the wire live here and nowhere else.
 */
export interface MessageCodec<Request, Reply> {
  readonly resource: string;
  /** The request's possible roots (`connecteur` or the bare element) and what they hold; see readDocument. */
  readonly requestShape: Shape;
  readonly replyShape: Shape;
  encodeRequest(request: Request, options: WireOptions): WireRequest;
  decodeRequest(request: WireRequest, options: WireOptions): Decoded<Request>;
  /** The whole document, from its declaration on. */
  encodeReply(reply: Reply, options: WireOptions): string;
  decodeReply(root: XmlElement, options: WireOptions): Decoded<Reply>;
}

/** A record of a bulk message: decoded, or refused alone; `keep` tells what its stored predecessor is (price rules). */
export type DecodedRecord<Record, Keep = undefined> =
  | { readonly ok: true; readonly value: Record; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem; readonly keep?: Keep | undefined };

/** A bulk message: as MessageCodec, but its records stream by. The reply's success shape is fixed by the profile. */
export interface StreamCodec<Record, Keep = undefined> {
  readonly resource: string;
  /** The possible roots; see readRecords. */
  readonly shape: Shape;
  /** Folded. */
  readonly recordName: string;
  /** What stands in the root, which is the writer's: see streamDocument. */
  encodeRequest(batches: AsyncIterable<readonly Record[]>, options: WireOptions): AsyncIterable<string>;
  decodeRecord(element: XmlElement, options: WireOptions): DecodedRecord<Record, Keep>;
  encodeReply(options: WireOptions): string;
  decodeReply(root: XmlElement, options: WireOptions): Decoded<undefined>;
}

/**
 * A list: as MessageCodec, but the reply streams out, one string a batch and nothing before the first batch is there,
 * so that an error can still be answered instead.
 */
export interface ListCodec<Request, Item> {
  readonly resource: string;
  readonly requestShape: Shape;
  readonly replyShape: Shape;
  encodeRequest(request: Request, options: WireOptions): WireRequest;
  decodeRequest(request: WireRequest, options: WireOptions): Decoded<Request>;
  encodeReply(batches: AsyncIterable<readonly Item[]>, options: WireOptions): AsyncIterable<string>;
  decodeReply(root: XmlElement, options: WireOptions): Decoded<readonly Item[]>;
}
