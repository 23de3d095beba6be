-- What HikaShop and Joomla have in their tables once they are installed and set up for a shop in France, as far as it
-- matters to Passerelle, and some states that tests want.
INSERT INTO `#__hikashop_category`
  (category_id, category_parent_id, category_type, category_name, category_namekey, category_published,
   category_left, category_right, category_depth, category_ordering, category_description, category_keywords, category_meta_description) VALUES
  (1, 0, 'root', 'ROOT', 'root', 0, 1, 22, 0, 1, '', '', ''),
  (2, 1, 'product', 'product category', 'product', 1, 2, 3, 1, 1, '', '', ''),
  (3, 1, 'status', 'order status', 'status', 1, 4, 5, 1, 2, '', '', ''),
  (4, 1, 'manufacturer', 'manufacturer', 'manufacturer', 1, 6, 7, 1, 3, '', '', ''),
  (10, 1, 'tax', 'taxation category', 'tax', 1, 8, 21, 1, 4, '', '', ''),
  (11, 10, 'tax', 'Taux normal', 'default_tax', 1, 9, 10, 2, 1, '', '', ''),
  (12, 10, 'tax', 'Taux réduit', 'taux_reduit', 1, 11, 12, 2, 2, '', '', ''),
  (13, 10, 'tax', 'Taux intermédiaire', 'taux_intermediaire', 1, 13, 14, 2, 3, '', '', ''),
  (14, 10, 'tax', 'Taux particulier', 'taux_particulier', 1, 15, 16, 2, 4, '', '', ''),
  (15, 10, 'tax', 'Autre taux normal', 'autre_taux_normal', 1, 17, 18, 2, 5, '', '', ''),
  (16, 10, 'tax', 'Ancien taux', 'ancien_taux', 1, 19, 20, 2, 6, '', '', '');
INSERT INTO `#__hikashop_zone` (zone_id, zone_namekey, zone_name, zone_name_english, zone_code_2, zone_code_3, zone_type, zone_published) VALUES
  (1, 'tax_europe_9728', 'Europe', 'Europe', 'EU', 'EUR', 'tax', 1),
  (73, 'country_France_73', 'France', 'France', 'FR', 'FRA', 'country', 1),
  (81, 'country_Germany_81', 'Deutschland', 'Germany', 'DE', 'DEU', 'country', 1),
  (1375, 'state_Moselle_1375', 'Moselle', 'Moselle', '57', '57', 'state', 1);
INSERT INTO `#__hikashop_zone_link` VALUES
  ('tax_europe_9728', 'country_France_73'), ('tax_europe_9728', 'country_Germany_81'), ('country_France_73', 'state_Moselle_1375');
INSERT INTO `#__hikashop_tax` VALUES
  ('TVA20', 0.20000), ('TVA5', 0.05500), ('TVA10', 0.10000), ('TVA2', 0.02100), ('TVA19', 0.19600), ('MWST', 0.19000);
INSERT INTO `#__hikashop_taxation` (zone_namekey, category_namekey, tax_namekey, taxation_published, taxation_note, taxation_date_end) VALUES
  ('tax_europe_9728', 'default_tax', 'MWST', 1, '', 0),
  ('country_France_73', 'default_tax', 'TVA20', 1, '', 0),
  ('country_Germany_81', 'taux_reduit', 'MWST', 1, '', 0),
  ('country_France_73', 'taux_reduit', 'TVA5', 1, '', 0),
  ('country_France_73', 'taux_intermediaire', 'TVA10', 1, '', 0),
  ('country_Germany_81,country_France_73', 'taux_particulier', 'TVA2', 1, '', 0),
  ('country_France_73', 'autre_taux_normal', 'TVA20', 1, '', 0),
  ('country_France_73', 'ancien_taux', 'TVA19', 1, '', 1388530799);
INSERT INTO `#__hikashop_currency` (currency_id, currency_symbol, currency_code, currency_name, currency_published, currency_locale) VALUES
  (1, '€', 'EUR', 'Euro', 1, ''), (2, '$', 'USD', 'US Dollar', 0, '');
INSERT INTO `#__hikashop_config` (config_namekey, config_value, config_default) VALUES
  ('main_currency', '1', '1'), ('main_tax_zone', '73', ''), ('uploadfolder', 'images/com_hikashop/upload/', ''), ('alias_auto_fill', '1', '1');
INSERT INTO `#__hikashop_orderstatus` (orderstatus_id, orderstatus_namekey, orderstatus_name, orderstatus_description, orderstatus_published) VALUES
  (1, 'created', 'created', '', 1), (2, 'confirmed', 'confirmed', '', 1), (3, 'cancelled', 'cancelled', '', 1),
  (4, 'refunded', 'refunded', '', 1), (5, 'shipped', 'shipped', '', 1), (6, '2', '2', '', 1), (7, '3', '3', '', 1),
  (8, '5', '5', '', 1), (9, '9', '9', '', 1), (10, 'payée', 'payée', '', 1), (11, 'exported', 'exported', '', 1);
INSERT INTO `#__usergroups` (id, parent_id, lft, rgt, title) VALUES
  (1, 0, 1, 20, 'Public'), (2, 1, 8, 15, 'Registered'), (6, 1, 2, 7, 'Manager'), (7, 6, 3, 6, 'Administrator'),
  (8, 1, 18, 19, 'Super Users'), (9, 1, 16, 17, 'Guest'), (10, 2, 9, 10, 'Grossistes'), (11, 2, 11, 12, 'Détail'),
  (12, 2, 13, 14, 'Revendeurs'), (20, 2, 0, 0, 'Tarif 2'), (21, 2, 0, 0, 'Tarif 3'), (22, 2, 0, 0, 'Tarif 4'), (23, 2, 0, 0, 'Tarif 5');
