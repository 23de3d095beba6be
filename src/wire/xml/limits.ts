/** Beyond these a document is refused, with the reasons `xml_too_deep`, `xml_name_too_long` and `xml_field_too_long`. */
export interface XmlLimits {
  /** Levels of elements, the root being the first. */
  readonly depth: number;
  /** Bytes (UTF-8) of an element's name. */
  readonly nameLength: number;
  /** Bytes (UTF-8) of a whole tag, attributes included. */
  readonly tagLength: number;
  /** UTF-16 code units of a text field as sent, and of a whole record of a stream. */
  readonly fieldLength: number;
}

export const DEFAULT_XML_LIMITS: XmlLimits = {
  depth: 64,
  nameLength: 1024,
  tagLength: 64 * 1024,
  fieldLength: 64 * 1024 * 1024,
};

/** Whether the text has more bytes than that in UTF-8, without counting where its length already says so. */
export const exceedsBytes = (text: string, limit: number): boolean =>
  text.length * 3 > limit && Buffer.byteLength(text) > limit;
