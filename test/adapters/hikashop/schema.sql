-- The tables of HikaShop that Passerelle reads and writes, column for column as HikaShop's installer makes them, and
-- Joomla's own tables of accounts and groups. `#__` stands for the site's prefix, as in Joomla.

CREATE TABLE `#__hikashop_address` (
  `address_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `address_user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `address_type` varchar(50) NOT NULL DEFAULT '',
  `address_title` varchar(255) DEFAULT NULL,
  `address_firstname` varchar(255) DEFAULT NULL,
  `address_middle_name` varchar(255) DEFAULT NULL,
  `address_lastname` varchar(255) DEFAULT NULL,
  `address_company` varchar(255) DEFAULT NULL,
  `address_street` varchar(255) DEFAULT NULL,
  `address_street2` varchar(255) NOT NULL DEFAULT '',
  `address_post_code` varchar(255) DEFAULT NULL,
  `address_city` varchar(255) DEFAULT NULL,
  `address_telephone` varchar(255) DEFAULT NULL,
  `address_telephone2` varchar(255) DEFAULT NULL,
  `address_fax` varchar(255) DEFAULT NULL,
  `address_state` varchar(255) DEFAULT NULL,
  `address_country` varchar(255) DEFAULT NULL,
  `address_published` tinyint(4) NOT NULL DEFAULT 1,
  `address_vat` varchar(255) DEFAULT NULL,
  `address_default` tinyint(4) NOT NULL DEFAULT 0,
  KEY `address_user_id` (`address_user_id`),
  PRIMARY KEY (`address_id`)
);

CREATE TABLE `#__hikashop_category` (
  `category_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `category_parent_id` int(10) unsigned NOT NULL DEFAULT 0,
  `category_type` varchar(255) NOT NULL,
  `category_name` varchar(255) NOT NULL,
  `category_description` text NOT NULL,
  `category_published` tinyint(4) NOT NULL DEFAULT 0,
  `category_ordering` int(10) unsigned NOT NULL DEFAULT 0,
  `category_left` int(10) unsigned NOT NULL DEFAULT 0,
  `category_right` int(10) unsigned NOT NULL DEFAULT 0,
  `category_depth` int(10) unsigned NOT NULL DEFAULT 0,
  `category_namekey` varchar(255) NOT NULL,
  `category_created` int(10) unsigned NOT NULL DEFAULT 0,
  `category_modified` int(10) unsigned NOT NULL DEFAULT 0,
  `category_access` varchar(255) NOT NULL DEFAULT 'all',
  `category_menu` int(10) unsigned DEFAULT 0,
  `category_keywords` text NOT NULL,
  `category_meta_description` text NOT NULL,
  `category_layout` varchar(255) NOT NULL DEFAULT '',
  `category_page_title` varchar(255) NOT NULL DEFAULT '',
  `category_alias` varchar(255) NOT NULL DEFAULT '',
  `category_site_id` varchar(255) DEFAULT '',
  `category_canonical` varchar(255) NOT NULL DEFAULT '',
  `category_quantity_layout` varchar(255) NOT NULL DEFAULT '',
  UNIQUE KEY `category_namekey` (`category_namekey`),
  PRIMARY KEY (`category_id`)
);

CREATE TABLE `#__hikashop_characteristic` (
  `characteristic_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `characteristic_parent_id` int(10) NOT NULL DEFAULT 0,
  `characteristic_value` varchar(255) NOT NULL DEFAULT '0',
  `characteristic_alias` varchar(255) NOT NULL DEFAULT '',
  `characteristic_display_type` varchar(255) NOT NULL DEFAULT '',
  `characteristic_params` text DEFAULT NULL,
  `characteristic_ordering` int(12) unsigned NOT NULL DEFAULT 0,
  `characteristic_display_method` varchar(255) NOT NULL DEFAULT '',
  `characteristic_values_on_listing` tinyint(4) DEFAULT 0,
  PRIMARY KEY (`characteristic_id`)
);

CREATE TABLE `#__hikashop_config` (
  `config_namekey` varchar(200) NOT NULL,
  `config_value` text NOT NULL,
  `config_default` text DEFAULT NULL,
  PRIMARY KEY (`config_namekey`)
);

CREATE TABLE `#__hikashop_currency` (
  `currency_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `currency_symbol` varchar(255) NOT NULL,
  `currency_code` varchar(255) NOT NULL,
  `currency_format` varchar(255) NOT NULL DEFAULT '%i',
  `currency_name` varchar(255) NOT NULL,
  `currency_published` tinyint(4) NOT NULL DEFAULT 0,
  `currency_rate` decimal(18,7) NOT NULL DEFAULT 1.0000000,
  `currency_locale` text NOT NULL,
  `currency_displayed` tinyint(4) NOT NULL DEFAULT 0,
  `currency_percent_fee` decimal(4,2) NOT NULL DEFAULT 0.00,
  `currency_modified` int(10) unsigned NOT NULL DEFAULT 0,
  UNIQUE KEY `currency_code` (`currency_code`),
  PRIMARY KEY (`currency_id`)
);

CREATE TABLE `#__hikashop_discount` (
  `discount_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `discount_type` varchar(255) NOT NULL DEFAULT 'discount',
  `discount_start` int(10) unsigned NOT NULL DEFAULT 0,
  `discount_end` int(10) unsigned NOT NULL DEFAULT 0,
  `discount_flat_amount` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `discount_percent_amount` decimal(12,3) NOT NULL DEFAULT 0.000,
  `discount_minimum_order` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `discount_maximum_order` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `discount_quota` int(10) unsigned NOT NULL DEFAULT 0,
  `discount_used_times` int(10) unsigned NOT NULL DEFAULT 0,
  `discount_code` varchar(255) NOT NULL DEFAULT '',
  `discount_published` tinyint(4) NOT NULL DEFAULT 0,
  `discount_product_id` varchar(255) NOT NULL DEFAULT '',
  `discount_category_id` varchar(255) NOT NULL DEFAULT '',
  `discount_zone_id` text NOT NULL,
  `discount_currency_id` int(10) unsigned NOT NULL DEFAULT 0,
  `discount_category_childs` tinyint(4) NOT NULL DEFAULT 0,
  `discount_auto_load` tinyint(3) unsigned DEFAULT 0,
  `discount_access` varchar(255) NOT NULL DEFAULT 'all',
  `discount_tax_id` int(10) unsigned DEFAULT 0,
  `discount_minimum_products` int(10) unsigned DEFAULT 0,
  `discount_maximum_products` int(10) unsigned DEFAULT 0,
  `discount_quota_per_user` int(10) unsigned DEFAULT 0,
  `discount_coupon_nodoubling` tinyint(4) DEFAULT NULL,
  `discount_coupon_product_only` tinyint(4) DEFAULT NULL,
  `discount_affiliate` int(10) NOT NULL DEFAULT 0,
  `discount_site_id` varchar(255) DEFAULT '',
  `discount_user_id` varchar(255) NOT NULL DEFAULT '',
  `discount_tax` tinyint(3) unsigned DEFAULT 0,
  `discount_shipping_percent` decimal(12,3) NOT NULL DEFAULT 0.000,
  UNIQUE KEY `discount_code` (`discount_code`),
  PRIMARY KEY (`discount_id`)
);

CREATE TABLE `#__hikashop_file` (
  `file_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `file_name` varchar(255) NOT NULL,
  `file_description` text NOT NULL,
  `file_path` varchar(255) NOT NULL,
  `file_type` varchar(255) NOT NULL DEFAULT 'category',
  `file_ref_id` int(10) unsigned NOT NULL DEFAULT 0,
  `file_free_download` tinyint(3) unsigned NOT NULL DEFAULT 0,
  `file_ordering` int(10) unsigned NOT NULL DEFAULT 0,
  `file_limit` int(11) NOT NULL DEFAULT 0,
  `file_access` varchar(255) NOT NULL DEFAULT 'all',
  `file_time_limit` int(11) NOT NULL DEFAULT 0,
  KEY `file_type` (`file_type`),
  PRIMARY KEY (`file_id`)
);

CREATE TABLE `#__hikashop_history` (
  `history_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `history_order_id` int(10) unsigned NOT NULL DEFAULT 0,
  `history_created` int(10) unsigned NOT NULL DEFAULT 0,
  `history_ip` varchar(255) NOT NULL DEFAULT '',
  `history_new_status` varchar(255) NOT NULL DEFAULT '',
  `history_reason` text NOT NULL,
  `history_notified` tinyint(4) NOT NULL DEFAULT 0,
  `history_amount` varchar(255) NOT NULL DEFAULT '',
  `history_package_id` int(10) unsigned NOT NULL DEFAULT 0,
  `history_payment_id` varchar(255) NOT NULL DEFAULT '',
  `history_payment_method` varchar(255) NOT NULL DEFAULT '',
  `history_data` longtext NOT NULL,
  `history_type` varchar(255) NOT NULL DEFAULT '',
  `history_user_id` int(10) unsigned DEFAULT 0,
  KEY `history_order_id` (`history_order_id`),
  PRIMARY KEY (`history_id`)
);

CREATE TABLE `#__hikashop_order` (
  `order_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `order_billing_address_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_shipping_address_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_parent_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_status` varchar(255) NOT NULL DEFAULT '',
  `order_type` varchar(255) NOT NULL DEFAULT 'sale',
  `order_number` varchar(255) NOT NULL DEFAULT '',
  `order_created` int(10) unsigned NOT NULL DEFAULT 0,
  `order_modified` int(10) unsigned NOT NULL DEFAULT 0,
  `order_invoice_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_invoice_number` varchar(255) NOT NULL DEFAULT '',
  `order_invoice_created` int(10) unsigned NOT NULL DEFAULT 0,
  `order_currency_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_currency_info` text DEFAULT NULL,
  `order_full_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_tax_info` text DEFAULT NULL,
  `order_discount_code` varchar(255) NOT NULL DEFAULT '',
  `order_discount_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_discount_tax` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_payment_id` varchar(255) NOT NULL DEFAULT '',
  `order_payment_method` varchar(255) NOT NULL DEFAULT '',
  `order_payment_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_payment_tax` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_payment_params` text DEFAULT NULL,
  `order_shipping_id` varchar(255) NOT NULL DEFAULT '',
  `order_shipping_method` varchar(255) NOT NULL DEFAULT '',
  `order_shipping_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_shipping_tax` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_shipping_params` longtext DEFAULT NULL,
  `order_partner_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_partner_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_partner_paid` int(11) NOT NULL DEFAULT 0,
  `order_partner_currency_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_ip` varchar(255) NOT NULL DEFAULT '',
  `order_site_id` varchar(255) DEFAULT '',
  `order_lang` varchar(255) DEFAULT '',
  `order_token` varchar(255) DEFAULT '',
  `order_weight` decimal(12,3) unsigned DEFAULT NULL,
  `order_weight_unit` varchar(255) DEFAULT NULL,
  `order_volume` decimal(12,3) unsigned DEFAULT NULL,
  `order_dimension_unit` varchar(255) DEFAULT NULL,
  KEY `order_user_id` (`order_user_id`),
  PRIMARY KEY (`order_id`)
);

CREATE TABLE `#__hikashop_orderstatus` (
  `orderstatus_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `orderstatus_namekey` varchar(255) NOT NULL,
  `orderstatus_name` varchar(255) NOT NULL DEFAULT '',
  `orderstatus_description` text NOT NULL,
  `orderstatus_published` tinyint(4) NOT NULL DEFAULT 0,
  `orderstatus_ordering` int(10) unsigned NOT NULL DEFAULT 0,
  `orderstatus_email_params` longtext DEFAULT NULL,
  `orderstatus_links_params` longtext DEFAULT NULL,
  `orderstatus_color` varchar(255) NOT NULL DEFAULT '',
  UNIQUE KEY `orderstatus_namekey` (`orderstatus_namekey`),
  PRIMARY KEY (`orderstatus_id`)
);

CREATE TABLE `#__hikashop_order_product` (
  `order_product_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `order_id` int(10) unsigned NOT NULL DEFAULT 0,
  `product_id` int(10) unsigned NOT NULL DEFAULT 0,
  `order_product_quantity` int(10) unsigned NOT NULL DEFAULT 1,
  `order_product_name` varchar(255) NOT NULL DEFAULT '',
  `order_product_code` varchar(255) NOT NULL DEFAULT '',
  `order_product_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_product_tax` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_product_tax_info` text NOT NULL,
  `order_product_options` text NOT NULL,
  `order_product_option_parent_id` int(10) unsigned DEFAULT 0,
  `order_product_status` varchar(255) NOT NULL DEFAULT '',
  `order_product_wishlist_id` int(11) NOT NULL DEFAULT 0,
  `order_product_wishlist_product_id` int(11) NOT NULL DEFAULT 0,
  `order_product_shipping_id` varchar(255) NOT NULL DEFAULT '',
  `order_product_shipping_method` varchar(255) NOT NULL DEFAULT '',
  `order_product_shipping_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_product_shipping_tax` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_product_shipping_params` text DEFAULT NULL,
  `order_product_params` text DEFAULT NULL,
  `order_product_weight` decimal(12,3) unsigned DEFAULT NULL,
  `order_product_weight_unit` varchar(255) DEFAULT NULL,
  `order_product_width` decimal(12,3) unsigned DEFAULT NULL,
  `order_product_length` decimal(12,3) unsigned DEFAULT NULL,
  `order_product_height` decimal(12,3) unsigned DEFAULT NULL,
  `order_product_dimension_unit` varchar(255) DEFAULT NULL,
  `order_product_price_before_discount` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_product_tax_before_discount` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `order_product_discount_code` varchar(255) DEFAULT NULL,
  `order_product_discount_info` text DEFAULT NULL,
  KEY `order_id` (`order_id`),
  PRIMARY KEY (`order_product_id`),
  KEY `product_id` (`product_id`)
);

CREATE TABLE `#__hikashop_price` (
  `price_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `price_currency_id` int(10) unsigned NOT NULL DEFAULT 0,
  `price_product_id` int(10) unsigned NOT NULL DEFAULT 0,
  `price_value` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `price_min_quantity` int(10) unsigned NOT NULL DEFAULT 0,
  `price_access` varchar(255) NOT NULL DEFAULT 'all',
  `price_users` varchar(255) NOT NULL DEFAULT '',
  `price_site_id` varchar(255) DEFAULT '',
  `price_start_date` int(11) unsigned NOT NULL DEFAULT 0,
  `price_end_date` int(11) unsigned NOT NULL DEFAULT 0,
  `price_zone_id` text NOT NULL,
  KEY `price_product_id` (`price_product_id`),
  PRIMARY KEY (`price_id`)
);

CREATE TABLE `#__hikashop_product` (
  `product_id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `product_parent_id` int(11) unsigned NOT NULL DEFAULT 0,
  `product_name` varchar(255) NOT NULL,
  `product_description` longtext NOT NULL,
  `product_quantity` int(11) NOT NULL DEFAULT -1,
  `product_code` varchar(255) NOT NULL,
  `product_published` tinyint(4) NOT NULL DEFAULT 0,
  `product_hit` int(11) unsigned NOT NULL DEFAULT 0,
  `product_created` int(11) unsigned NOT NULL DEFAULT 0,
  `product_sale_start` int(10) unsigned NOT NULL DEFAULT 0,
  `product_sale_end` int(10) unsigned NOT NULL DEFAULT 0,
  `product_delay_id` int(10) unsigned NOT NULL DEFAULT 0,
  `product_tax_id` int(10) unsigned NOT NULL DEFAULT 0,
  `product_type` varchar(255) NOT NULL DEFAULT '',
  `product_vendor_id` int(10) unsigned NOT NULL DEFAULT 0,
  `product_manufacturer_id` int(10) unsigned NOT NULL DEFAULT 0,
  `product_url` varchar(255) NOT NULL,
  `product_weight` decimal(12,3) unsigned NOT NULL DEFAULT 0.000,
  `product_keywords` text NOT NULL,
  `product_weight_unit` varchar(255) NOT NULL DEFAULT 'kg',
  `product_modified` int(10) unsigned NOT NULL DEFAULT 0,
  `product_meta_description` text NOT NULL,
  `product_dimension_unit` varchar(255) NOT NULL DEFAULT 'm',
  `product_width` decimal(12,3) NOT NULL DEFAULT 0.000,
  `product_length` decimal(12,3) NOT NULL DEFAULT 0.000,
  `product_height` decimal(12,3) NOT NULL DEFAULT 0.000,
  `product_max_per_order` int(10) unsigned DEFAULT 0,
  `product_access` varchar(255) NOT NULL DEFAULT 'all',
  `product_group_after_purchase` varchar(255) NOT NULL DEFAULT '',
  `product_min_per_order` int(10) unsigned DEFAULT 0,
  `product_contact` smallint(5) unsigned NOT NULL DEFAULT 0,
  `product_display_quantity_field` smallint(5) NOT NULL DEFAULT 0,
  `product_last_seen_date` int(10) unsigned DEFAULT 0,
  `product_sales` int(10) unsigned DEFAULT 0,
  `product_waitlist` smallint(5) unsigned NOT NULL DEFAULT 0,
  `product_layout` varchar(255) NOT NULL DEFAULT '',
  `product_average_score` float NOT NULL,
  `product_total_vote` int(11) NOT NULL DEFAULT 0,
  `product_page_title` varchar(255) NOT NULL DEFAULT '',
  `product_alias` varchar(255) NOT NULL DEFAULT '',
  `product_price_percentage` decimal(15,7) NOT NULL DEFAULT 0.0000000,
  `product_msrp` decimal(15,7) DEFAULT 0.0000000,
  `product_canonical` varchar(255) NOT NULL DEFAULT '',
  `product_warehouse_id` int(10) unsigned NOT NULL DEFAULT 0,
  `product_quantity_layout` varchar(255) NOT NULL DEFAULT '',
  `product_sort_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `product_description_raw` text DEFAULT NULL,
  `product_description_type` varchar(255) DEFAULT NULL,
  `product_option_method` varchar(255) NOT NULL DEFAULT '',
  `product_condition` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`product_id`),
  UNIQUE KEY `product_code` (`product_code`),
  KEY `product_main_index` (`product_type`, `product_quantity`, `product_published`),
  KEY `product_parent_id` (`product_parent_id`)
);

CREATE TABLE `#__hikashop_product_category` (
  `product_category_id` int(255) unsigned NOT NULL AUTO_INCREMENT,
  `category_id` int(10) unsigned NOT NULL,
  `product_id` int(10) unsigned NOT NULL,
  `ordering` int(10) unsigned NOT NULL DEFAULT 0,
  UNIQUE KEY `category_id` (`category_id`, `product_id`),
  PRIMARY KEY (`product_category_id`),
  KEY `product_id` (`product_id`)
);

CREATE TABLE `#__hikashop_product_related` (
  `product_id` int(10) unsigned NOT NULL,
  `product_related_id` int(10) unsigned NOT NULL,
  `product_related_type` varchar(255) NOT NULL DEFAULT 'related',
  `product_related_ordering` int(10) unsigned DEFAULT 0,
  `product_related_quantity` int(10) unsigned DEFAULT 0,
  PRIMARY KEY (`product_id`, `product_related_id`, `product_related_type`)
);

CREATE TABLE `#__hikashop_tax` (
  `tax_namekey` varchar(255) NOT NULL,
  `tax_rate` decimal(17,5) NOT NULL DEFAULT 0.00000,
  PRIMARY KEY (`tax_namekey`)
);

CREATE TABLE `#__hikashop_taxation` (
  `taxation_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `zone_namekey` varchar(255) NOT NULL,
  `category_namekey` varchar(255) NOT NULL,
  `tax_namekey` varchar(255) NOT NULL,
  `taxation_published` tinyint(4) NOT NULL DEFAULT 0,
  `taxation_type` varchar(255) NOT NULL DEFAULT 'individual',
  `taxation_access` varchar(255) NOT NULL DEFAULT 'all',
  `taxation_cumulative` tinyint(4) DEFAULT NULL,
  `taxation_post_code` varchar(255) NOT NULL DEFAULT '',
  `taxation_date_start` int(10) unsigned NOT NULL DEFAULT 0,
  `taxation_date_end` int(10) unsigned NOT NULL DEFAULT 0,
  `taxation_internal_code` varchar(15) NOT NULL DEFAULT '',
  `taxation_note` text NOT NULL,
  `taxation_site_id` varchar(255) NOT NULL DEFAULT '',
  `taxation_ordering` int(10) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`taxation_id`)
);

CREATE TABLE `#__hikashop_user` (
  `user_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `user_cms_id` int(10) unsigned NOT NULL,
  `user_email` varchar(255) NOT NULL DEFAULT '',
  `user_partner_email` varchar(255) NOT NULL,
  `user_params` text NOT NULL,
  `user_partner_id` int(10) unsigned NOT NULL DEFAULT 0,
  `user_partner_price` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `user_partner_paid` tinyint(4) NOT NULL DEFAULT 0,
  `user_created_ip` varchar(255) NOT NULL DEFAULT '',
  `user_unpaid_amount` decimal(17,5) NOT NULL DEFAULT 0.00000,
  `user_partner_currency_id` int(10) unsigned NOT NULL DEFAULT 0,
  `user_created` int(10) unsigned NOT NULL DEFAULT 0,
  `user_currency_id` int(10) unsigned NOT NULL DEFAULT 0,
  `user_partner_activated` tinyint(4) NOT NULL DEFAULT 0,
  PRIMARY KEY (`user_id`),
  KEY `user_cms_id` (`user_cms_id`),
  UNIQUE KEY `user_email` (`user_email`)
);

CREATE TABLE `#__hikashop_variant` (
  `variant_characteristic_id` int(10) unsigned NOT NULL,
  `variant_product_id` int(10) unsigned NOT NULL,
  `ordering` int(10) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`variant_characteristic_id`, `variant_product_id`),
  KEY `variant_product_id` (`variant_product_id`)
);

CREATE TABLE `#__hikashop_warehouse` (
  `warehouse_id` int(10) NOT NULL AUTO_INCREMENT,
  `warehouse_name` varchar(255) NOT NULL DEFAULT '',
  `warehouse_published` tinyint(4) NOT NULL DEFAULT 1,
  `warehouse_description` text NOT NULL,
  `warehouse_ordering` int(10) NOT NULL DEFAULT 0,
  `warehouse_created` int(10) DEFAULT NULL,
  `warehouse_modified` int(10) DEFAULT NULL,
  PRIMARY KEY (`warehouse_id`)
);

CREATE TABLE `#__hikashop_zone` (
  `zone_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `zone_namekey` varchar(255) NOT NULL,
  `zone_name` varchar(255) NOT NULL,
  `zone_name_english` varchar(255) NOT NULL,
  `zone_code_2` varchar(255) NOT NULL,
  `zone_code_3` varchar(255) NOT NULL,
  `zone_type` varchar(255) NOT NULL DEFAULT 'country',
  `zone_published` tinyint(4) NOT NULL DEFAULT 0,
  `zone_currency_id` int(10) unsigned DEFAULT 0,
  PRIMARY KEY (`zone_id`),
  KEY `zone_code_3` (`zone_code_3`),
  UNIQUE KEY `zone_namekey` (`zone_namekey`)
);

CREATE TABLE `#__hikashop_zone_link` (
  `zone_parent_namekey` varchar(255) NOT NULL,
  `zone_child_namekey` varchar(255) NOT NULL,
  PRIMARY KEY (`zone_parent_namekey`, `zone_child_namekey`)
);

CREATE TABLE `#__users` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(400) NOT NULL DEFAULT '',
  `username` varchar(150) NOT NULL DEFAULT '',
  `email` varchar(100) NOT NULL DEFAULT '',
  `password` varchar(100) NOT NULL DEFAULT '',
  `block` tinyint(4) NOT NULL DEFAULT 0,
  `sendEmail` tinyint(4) DEFAULT 0,
  `registerDate` datetime NOT NULL,
  `lastvisitDate` datetime,
  `activation` varchar(100) NOT NULL DEFAULT '',
  `params` text NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `idx_username` (`username`),
  KEY `email` (`email`)
);

CREATE TABLE `#__usergroups` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `parent_id` int(10) unsigned NOT NULL DEFAULT 0,
  `lft` int(11) NOT NULL DEFAULT 0,
  `rgt` int(11) NOT NULL DEFAULT 0,
  `title` varchar(100) NOT NULL DEFAULT '',
  PRIMARY KEY (`id`),
  UNIQUE KEY `idx_usergroup_parent_title_lookup` (`parent_id`, `title`),
  KEY `idx_usergroup_title_lookup` (`title`)
);

CREATE TABLE `#__user_usergroup_map` (
  `user_id` int(10) unsigned NOT NULL DEFAULT 0,
  `group_id` int(10) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`user_id`, `group_id`)
);
