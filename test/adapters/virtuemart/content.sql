-- What VirtueMart and Joomla have in their tables once they are installed and set up for a shop in France, as far as it
-- matters to Passerelle, and some states that tests want.
INSERT INTO `#__extensions` (name, type, element, client_id, enabled, params) VALUES
  ('com_languages', 'component', 'com_languages', 1, 1, '{"administrator":"en-GB","site":"fr-FR"}'),
  ('virtuemart', 'component', 'com_virtuemart', 1, 1, '{}');
INSERT INTO `#__virtuemart_vendors` (virtuemart_vendor_id, vendor_name, vendor_currency, vendor_accepted_currencies) VALUES (1, 'Bagues', 47, '47');
INSERT INTO `#__virtuemart_countries` (virtuemart_country_id, country_name, country_3_code, country_2_code, country_num_code, published) VALUES
  (21, 'Belgium', 'BEL', 'BE', '056', 1), (73, 'France', 'FRA', 'FR', '250', 1), (81, 'Germany', 'DEU', 'DE', '276', 1);
INSERT INTO `#__virtuemart_currencies` (virtuemart_currency_id, currency_name, currency_code_2, currency_code_3, currency_numeric_code, published) VALUES
  (47, 'Euro', '', 'EUR', 978, 1), (144, 'United States dollar', '', 'USD', 840, 1);
INSERT INTO `#__users` (id, name, username, email, registerDate, params) VALUES (900, 'Super User', 'admin', 'admin@bagues.fr', '2020-01-01 00:00:00', '');
INSERT INTO `#__virtuemart_vmusers` (virtuemart_user_id, virtuemart_vendor_id, user_is_vendor, customer_number) VALUES (900, 1, 1, 'admin');
INSERT INTO `#__virtuemart_userinfos` (virtuemart_user_id, address_type, company, last_name, first_name, virtuemart_country_id, zip, city) VALUES
  (900, 'BT', 'Bagues', 'Admin', 'A', 73, '57000', 'Metz');
INSERT INTO `#__virtuemart_calcs` (virtuemart_calc_id, virtuemart_vendor_id, calc_name, calc_kind, calc_value_mathop, calc_value, publish_up, publish_down, published) VALUES
  (1, 1, 'TVA 20', 'VatTax', '+%', 20, NULL, NULL, 1),
  (2, 1, 'TVA 5,5', 'VatTax', '+%', 5.5, '2014-01-01 00:00:00', NULL, 1),
  (3, 1, 'TVA 10', 'Tax', '+%', 10, NULL, '0000-00-00 00:00:00', 1),
  (4, 1, 'MwSt', 'VatTax', '+%', 19, NULL, NULL, 1),
  (5, 1, 'TVA 19,6', 'VatTax', '+%', 19.6, NULL, '2013-12-31 22:59:59', 1),
  (6, 1, 'Remise', 'DBTax', '-%', 5, NULL, NULL, 1),
  (7, 1, 'Autre 20', 'VatTax', '+%', 20, NULL, NULL, 1),
  (8, 1, 'Presse', 'VatTax', '+%', 2.1, NULL, NULL, 1),
  (9, 1, 'Pour un groupe', 'VatTax', '+%', 8.5, NULL, NULL, 1),
  (10, 1, 'Plus en vigueur', 'VatTax', '+%', 7, NULL, NULL, 0);
INSERT INTO `#__virtuemart_calc_countries` (virtuemart_calc_id, virtuemart_country_id) VALUES (4, 81), (8, 73), (8, 21);
INSERT INTO `#__virtuemart_calc_shoppergroups` (virtuemart_calc_id, virtuemart_shoppergroup_id) VALUES (9, 10);
INSERT INTO `#__virtuemart_shoppergroups` (virtuemart_shoppergroup_id, virtuemart_vendor_id, shopper_group_name, `default`) VALUES
  (1, 1, 'COM_VIRTUEMART_SHOPPERGROUP_GUEST', 2), (2, 1, 'COM_VIRTUEMART_SHOPPERGROUP_DEFAULT', 1),
  (10, 1, 'Grossistes', 0), (11, 1, 'Détail', 0), (12, 1, 'Revendeurs', 0),
  (20, 1, 'Tarif 2', 0), (21, 1, 'Tarif 3', 0), (22, 1, 'Tarif 4', 0), (23, 1, 'Tarif 5', 0);
INSERT INTO `#__virtuemart_orderstates` (virtuemart_orderstate_id, virtuemart_vendor_id, order_status_code, order_status_name, order_stock_handle, ordering) VALUES
  (1, 1, 'P', 'Pending', 'R', 1), (2, 1, 'U', 'Confirmed by shopper', 'R', 2), (3, 1, 'C', 'Confirmed', 'R', 3), (4, 1, 'X', 'Cancelled', 'A', 4),
  (5, 1, 'R', 'Refunded', 'A', 5), (6, 1, 'S', 'Shipped', 'O', 6), (7, 1, 'F', 'Completed', 'R', 7), (8, 1, 'D', 'Denied', 'A', 8),
  (9, 1, '2', '2', 'R', 9), (10, 1, '3', '3', 'R', 10), (11, 1, '5', '5', 'O', 11), (12, 1, '9', '9', 'R', 12);
INSERT INTO `#__virtuemart_categories` (virtuemart_category_id, category_parent_id, ordering, published, has_children) VALUES (1, 0, 1, 1, 0);
INSERT INTO `#__virtuemart_category_categories` (category_parent_id, category_child_id, ordering) VALUES (0, 1, 1);
INSERT INTO `#__virtuemart_categories_fr_fr` (virtuemart_category_id, category_name, category_description, slug) VALUES (1, 'Divers', '', 'divers');
INSERT INTO `#__virtuemart_paymentmethods` (virtuemart_paymentmethod_id, payment_element) VALUES (1, 'standard'), (2, 'paypal');
INSERT INTO `#__virtuemart_paymentmethods_fr_fr` (virtuemart_paymentmethod_id, payment_name, payment_desc, slug) VALUES (1, 'Carte bancaire', '', 'carte');
INSERT INTO `#__virtuemart_shipmentmethods` (virtuemart_shipmentmethod_id, shipment_element) VALUES (1, 'weight_countries'), (2, 'weight_countries'), (3, 'weight_countries');
INSERT INTO `#__virtuemart_shipmentmethods_fr_fr` (virtuemart_shipmentmethod_id, shipment_name, shipment_desc, slug) VALUES
  (1, 'Retrait', '', 'retrait'), (2, 'Colissimo', '', 'colissimo'), (3, 'DHL', '', 'dhl');
