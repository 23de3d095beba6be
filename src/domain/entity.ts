/**
 * The kinds of records that operations and problems are about. `exchange`: an entry of the journal; `key`: an access key;
 * `token`: one of the JSON API.
 */
export type Entity =
  | 'product'
  | 'variant'
  | 'customer'
  | 'price_rule'
  | 'order'
  | 'sales_document'
  | 'webhook'
  | 'exchange'
  | 'category'
  | 'image'
  | 'key'
  | 'token';
