import type { Generated } from 'kysely';

export interface StateTable {
  virtuemart_vendor_id: number;
  order_status_code: string;
  /** What becomes of an order's goods in that state: `A` for sale, `R` reserved, `O` out of stock. */
  order_stock_handle: Generated<string>;
  ordering: Generated<number>;
}

export interface OrderTable {
  virtuemart_order_id: Generated<number>;
  /** 0 of a guest. */
  virtuemart_user_id: Generated<number>;
  virtuemart_vendor_id: Generated<number>;
  order_number: string | null;
  /** Including tax. */
  order_total: Generated<string>;
  /** All tax of the order. */
  order_billTaxAmount: Generated<string>;
  /** Excluding tax, which stands beside it; so has the payment's fee. */
  order_shipment: string | null;
  order_shipment_tax: string | null;
  order_payment: string | null;
  order_payment_tax: string | null;
  /** Including tax; less than 0. */
  coupon_discount: Generated<string>;
  order_currency: number | null;
  order_status: string | null;
  virtuemart_paymentmethod_id: number | null;
  virtuemart_shipmentmethod_id: number | null;
  created_on: string | null;
  modified_on: Generated<string | null>;
}

export interface OrderItemTable {
  virtuemart_order_item_id: Generated<number>;
  virtuemart_order_id: number | null;
  virtuemart_product_id: number | null;
  order_item_sku: string;
  order_item_name: string;
  product_quantity: number | null;
  /** Of one, excluding tax, after its discounts; and including it. */
  product_discountedPriceWithoutTax: string | null;
  product_final_price: string;
  /** Of one. */
  product_tax: string | null;
  order_status: string | null;
  /** JSON, in VirtueMart 2 with HTML in it. */
  product_attribute: string | null;
  modified_on: Generated<string | null>;
}

export interface OrderCalcRuleTable {
  virtuemart_order_calc_rule_id: Generated<number>;
  virtuemart_order_id: number | null;
  virtuemart_order_item_id: number | null;
  /** `VatTax`, `Tax`; `shipment` and `payment` of the fees. */
  calc_kind: string;
  calc_mathop: string;
  calc_value: string;
}

export interface OrderHistoryTable {
  virtuemart_order_history_id: Generated<number>;
  virtuemart_order_id: number;
  order_status_code: string;
  customer_notified: Generated<number>;
  comments: string | null;
  created_on: string | null;
  modified_on: string | null;
}

/** `BT`: the bill goes there; `ST`: the goods. */
export interface AddressTable {
  virtuemart_user_id: number;
  address_type: string | null;
  company: string | null;
  last_name: string | null;
  first_name: string | null;
  middle_name: string | null;
  phone_1: string | null;
  phone_2: string | null;
  address_1: string | null;
  address_2: string | null;
  city: string | null;
  virtuemart_country_id: Generated<number>;
  zip: string | null;
}
