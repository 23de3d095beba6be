import type { Entity } from './entity.ts';

/**
 * Everything that can be wrong with a message or a record, as data: a stable `reason`, and the facts that a clear
 * sentence needs. The sentences (French and English) are in shop/sentences/, what each code means to the outside (reply,
 * status, exit code, log level) in shop/errors.ts.
 */
export const REASONS = {
  // who calls, and what for
  key_missing: 'unauthorized',
  key_wrong: 'unauthorized',
  key_conflict: 'unauthorized',
  resource_missing: 'unknown_resource',
  resource_unknown: 'unknown_resource',
  // the JSON API: who calls, what for, how often, and with what
  token_refused: 'unauthorized',
  // the console: who is there, and what he may do
  login_refused: 'unauthorized',
  login_crowded: 'rate_limited',
  session_ended: 'unauthorized',
  setup_code_wrong: 'unauthorized',
  setup_done: 'conflict',
  request_foreign: 'forbidden',
  role_insufficient: 'forbidden',
  user_name_invalid: 'invalid_value',
  password_short: 'invalid_value',
  password_wrong: 'invalid_value',
  route_unknown: 'unknown_resource',
  method_refused: 'wrong_method',
  rate_exceeded: 'rate_limited',
  json_unreadable: 'unreadable',
  parameters_refused: 'invalid_value',
  parameter_invalid: 'invalid_value',
  parameter_unknown: 'invalid_value',
  cursor_invalid: 'invalid_value',
  record_unknown: 'unknown_reference',
  idempotency_key_missing: 'missing_field',
  idempotency_key_reused: 'invalid_value',
  image_unreadable: 'invalid_value',
  resizing_unavailable: 'unsupported',
  file_none: 'unknown_reference',
  file_lost: 'unknown_reference',
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
  number_too_large: 'invalid_value',
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
  // the shop
  reference_unknown: 'unknown_reference',
  product_unknown: 'unknown_reference',
  order_unknown: 'unknown_reference',
  customer_unknown: 'unknown_reference',
  hold_unknown: 'unknown_reference',
  guard_unsupported: 'unsupported',
  quantity_not_positive: 'invalid_value',
  buyer_ambiguous: 'invalid_value',
  basket_too_large: 'too_large',
  order_exists: 'conflict',
  order_refused: 'invalid_value',
  order_sum_differs: 'invalid_value',
  order_reference_unknown: 'invalid_value',
  order_customer_unknown: 'missing_field',
  order_address_missing: 'missing_field',
  variant_of_itself: 'conflict',
  reference_is_parent: 'conflict',
  too_many_deactivated: 'conflict',
  too_many_repriced: 'conflict',
  too_many_emptied: 'conflict',
  records_refused: 'partly_refused',
  // transformations
  hook_refused: 'invalid_value',
  hook_refused_field: 'invalid_value',
  hook_excluded: 'unknown_reference',
  hook_failed: 'transform_failed',
  hook_slow: 'transform_failed',
  hook_result: 'transform_failed',
  hook_unknown: 'invalid_value',
  // transformations by XSLT
  sheets_unavailable: 'unsupported',
  sheets_not_started: 'internal',
  sheet_name_unknown: 'invalid_value',
  sheet_streams: 'unsupported',
  sheet_folder_too_large: 'too_large',
  sheet_broken: 'invalid_value',
  sheet_outside: 'transform_failed',
  sheet_refused: 'invalid_value',
  sheet_failed: 'transform_failed',
  sheet_result: 'transform_failed',
  sheet_slow: 'transform_failed',
  sheet_too_large: 'transform_failed',
  sheet_out_of_memory: 'transform_failed',
  sheet_input_too_large: 'too_large',
  // somebody else's shop, on whose tables we stand
  reference_collides: 'conflict',
  reference_taken: 'conflict',
  reference_ambiguous: 'conflict',
  tax_rate_unknown: 'invalid_value',
  order_state_unknown: 'invalid_value',
  value_unfit: 'invalid_value',
  database_refused: 'invalid_value',
  cms_tables_missing: 'unsupported',
  cms_table_engine: 'unsupported',
  cms_prefix_ambiguous: 'conflict',
  cms_incomplete: 'unsupported',
  cms_setting_needed: 'missing_field',
  cms_setting_unknown: 'invalid_value',
  cms_setting_unused: 'invalid_value',
  cms_group_privileged: 'invalid_value',
  cms_folder_unwritable: 'invalid_value',
  // the commands
  configuration_refused: 'invalid_value',
  configuration_unreadable: 'unreadable',
  configuration_ambiguous: 'conflict',
  configuration_key_unknown: 'invalid_value',
  configuration_key_invalid: 'invalid_value',
  shop_unknown: 'unknown_reference',
  nothing_stored: 'unknown_reference',
  access_key_unknown: 'unknown_reference',
  api_token_unknown: 'unknown_reference',
  user_unknown: 'unknown_reference',
  user_exists: 'conflict',
  last_admin: 'conflict',
  exchange_unknown: 'unknown_reference',
  exchange_cut: 'too_large',
  request_not_kept: 'expired',
  request_cut: 'too_large',
  request_file_missing: 'unknown_reference',
  hand_over_unnamed: 'conflict',
  resource_edited: 'invalid_value',
  copy_unsupported: 'unsupported',
  replay_under_way: 'conflict',
  replay_interrupted: 'store_unavailable',
  too_many_exchanges: 'invalid_value',
  confirmation_missing: 'missing_field',
  selection_missing: 'missing_field',
  webhook_unknown: 'unknown_reference',
  webhook_url_invalid: 'invalid_value',
  webhook_address_refused: 'invalid_value',
  webhook_needs_https: 'invalid_value',
  webhook_secret_invalid: 'invalid_value',
  resend_unclear: 'invalid_value',
  event_unknown: 'unknown_reference',
  cursor_expired: 'expired',
  cursor_unknown: 'expired',
  file_unreadable: 'unreadable',
  file_unwritable: 'internal',
  file_kind_unknown: 'invalid_value',
  option_invalid: 'invalid_value',
  listening_failed: 'invalid_value',
  record_unreadable: 'unreadable',
  record_too_long: 'too_large',
  column_missing: 'missing_field',
  field_unknown: 'invalid_value',
  field_type: 'invalid_value',
  totals_mismatch: 'invalid_value',
  unexpected: 'internal',
  unsupported: 'unsupported',
  reading_unsupported: 'unsupported',
  own_side_unsupported: 'unsupported',
  move_unsupported: 'unsupported',
  quotes_unsupported: 'unsupported',
  store_unavailable: 'store_unavailable',
  store_full: 'store_unavailable',
  database_newer: 'unsupported',
  sessions_shared: 'unsupported',
  store_not_empty: 'conflict',
  store_changed: 'conflict',
  copy_differs: 'internal',
  internal: 'internal',
  // worth a word, but no error
  hook_dropped: 'warning',
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
  parked_unknown_group: 'warning',
  cms_reference_blank: 'warning',
  cms_reference_twice: 'warning',
  cms_variant_orphan: 'warning',
  cms_variant_shapeless: 'warning',
  cms_product_hidden: 'warning',
  cms_prices_double: 'warning',
  cms_order_number_twice: 'warning',
  cms_tree_broken: 'warning',
  rule_not_applied: 'warning',
  email_unknown: 'warning',
  field_not_kept: 'warning',
  field_owned: 'warning',
  field_not_emptied: 'warning',
  number_rounded: 'warning',
  category_path_too_deep: 'warning',
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
  /** What kind of record. */
  readonly entity?: Entity;
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
  /** The transformation that says so: its module's file, its moment, and its name where it has one. */
  readonly hook?: string;
  readonly saved?: number;
  /** Of how many. */
  readonly total?: number;
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
