/**
 * Everything that can be wrong with a message or a record, as data: a stable `reason`, and the facts that a clear
 * sentence needs. The sentences (French and English) are in shop/wording.ts, what each code means to the outside (reply,
 * status, exit code, log level) in shop/errors.ts.
 */
export const REASONS = {
  // who calls, and what for
  key_missing: 'unauthorized',
  key_wrong: 'unauthorized',
  key_conflict: 'unauthorized',
  resource_missing: 'unknown_resource',
  resource_unknown: 'unknown_resource',
  // the bytes
  form_unreadable: 'unreadable',
  form_too_many_parts: 'too_large',
  body_incomplete: 'unreadable',
  body_too_large: 'too_large',
  body_too_slow: 'unreadable',
  compression_unknown: 'unreadable',
  compression_broken: 'unreadable',
  decompressed_too_large: 'too_large',
  spool_full: 'too_large',
  xml_unreadable: 'unreadable',
  xml_mismatch: 'unreadable',
  xml_incomplete: 'unreadable',
  xml_empty: 'unreadable',
  no_record: 'unreadable',
  xml_trailing: 'unreadable',
  xml_ambiguous_name: 'unreadable',
  xml_too_deep: 'too_large',
  xml_name_too_long: 'too_large',
  xml_field_too_long: 'too_large',
  // a record's fields
  field_missing: 'missing_field',
  not_a_number: 'invalid_value',
  not_a_date: 'invalid_value',
  not_a_boolean: 'invalid_value',
  not_in_list: 'invalid_value',
  not_an_image: 'invalid_value',
  not_base64: 'invalid_value',
  not_a_file: 'invalid_value',
  limit_unreadable: 'invalid_value',
  value_too_long: 'invalid_value',
  value_conflict: 'invalid_value',
  entries_too_many: 'too_large',
  name_unwritable: 'invalid_value',
  // another shop's reply
  remote_error: 'invalid_value',
  reply_unexpected: 'unreadable',
  // the connector: its ERP source, its state, the shop at the other end
  shop_unavailable: 'store_unavailable',
  source_unavailable: 'store_unavailable',
  source_empty: 'unreadable',
  query_refused: 'invalid_value',
  driver_missing: 'unsupported',
  run_under_way: 'conflict',
  run_interrupted: 'store_unavailable',
  check_failed: 'invalid_value',
  // the shop
  reference_unknown: 'unknown_reference',
  order_unknown: 'unknown_reference',
  variant_of_itself: 'conflict',
  reference_is_parent: 'conflict',
  records_refused: 'partly_refused',
  // the commands
  configuration_refused: 'invalid_value',
  configuration_unreadable: 'unreadable',
  configuration_ambiguous: 'conflict',
  configuration_key_unknown: 'invalid_value',
  configuration_key_invalid: 'invalid_value',
  shop_unknown: 'unknown_reference',
  nothing_stored: 'unknown_reference',
  access_key_unknown: 'unknown_reference',
  exchange_unknown: 'unknown_reference',
  file_unreadable: 'unreadable',
  file_unwritable: 'internal',
  file_kind_unknown: 'invalid_value',
  option_invalid: 'invalid_value',
  record_unreadable: 'unreadable',
  record_too_long: 'too_large',
  column_missing: 'missing_field',
  field_unknown: 'invalid_value',
  field_type: 'invalid_value',
  totals_mismatch: 'invalid_value',
  unexpected: 'internal',
  unsupported: 'unsupported',
  store_unavailable: 'store_unavailable',
  store_full: 'store_unavailable',
  database_newer: 'unsupported',
  store_not_empty: 'conflict',
  store_changed: 'conflict',
  copy_differs: 'internal',
  internal: 'internal',
  // worth a word, but no error
  empty_ignored: 'warning',
  rival_ignored: 'warning',
  encoding_guessed: 'warning',
  already_exists: 'warning',
  became_variant: 'warning',
  moved_to_parent: 'warning',
  duplicate_in_message: 'warning',
  parked_unknown_product: 'warning',
  parked_unknown_customer: 'warning',
  tax_group_unmapped: 'warning',
  trailing_ignored: 'warning',
  image_refused: 'warning',
  customer_adopted: 'warning',
  email_unknown: 'warning',
  file_not_included: 'warning',
  retired_skipped: 'warning',
  category_path_cut: 'warning',
  state_rebuilt: 'warning',
  gammes_left_out: 'warning',
} as const;

export type Reason = keyof typeof REASONS;
export type ProblemCode = Exclude<(typeof REASONS)[Reason], 'warning'>;

/** The facts; each sentence uses those that its reason has. Never holds a key or a password. */
export interface ProblemFacts {
  /** What kind of record, in the wire's word: `product`, `grille`, `client`, `order`. */
  readonly entity?: string;
  /** The record's own key: a reference, a customer code, an order id. */
  readonly record?: string;
  /** The field, as the sender spelled it. */
  readonly field?: string;
  /** The offending value, shortened to 80 characters. */
  readonly value?: string;
  readonly expected?: string;
  /** The file that the record comes from, where several may be meant; `line` is then its line. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly limit?: number;
  readonly exchange?: string;
  readonly saved?: number;
  readonly refused?: number;
  /** Shown after the sentence: the first few refusals of a bulk message. */
  readonly details?: readonly Problem[];
}

/** An error or, where its reason is listed under `warning`, a remark. */
export interface Problem extends ProblemFacts {
  readonly reason: Reason;
}

export function problem(reason: Reason, facts: ProblemFacts = {}): Problem {
  return { reason, ...facts };
}

/** A value cut to what a message may quote. */
export const quotable = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value);

/** The result of every decoder: it returns, it never throws. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

export const decoded = <T>(value: T, warnings: readonly Problem[] = []): Decoded<T> => ({
  ok: true,
  value,
  warnings,
});
export const rejected = (failure: Problem): { ok: false; problem: Problem } => ({
  ok: false,
  problem: failure,
});
