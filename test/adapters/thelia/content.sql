-- What Thelia has in its tables once it is installed and set up for a shop in France, as far as it matters to
-- Passerelle, and a state of the shop's own.
INSERT INTO `#__lang` (id, description, code, url, defaut) VALUES
  (1, 'Français', 'fr', '', 1), (2, 'English', 'en', '', 0), (3, 'Español', 'es', '', 0);
INSERT INTO `#__devise` (id, nom, code, symbole, taux, defaut) VALUES
  (1, 'euro', 'EUR', '€', 1, 1), (2, 'dollar', 'USD', '$', 1.26, 0);
INSERT INTO `#__zone` (id, nom, unite) VALUES (1, 'France', 1);
INSERT INTO `#__pays` (id, lang, zone, defaut, tva, isocode, isoalpha2, isoalpha3, boutique) VALUES
  (64, 1, 1, 1, 1, '250', 'FR', 'FRA', 1), (5, 1, 1, 0, 1, '276', 'DE', 'DEU', 0);
INSERT INTO `#__statut` (id, nom) VALUES
  (1, 'nonpaye'), (2, 'paye'), (3, 'traitement'), (4, 'envoye'), (5, 'annule'), (9, 'retour');
INSERT INTO `#__modules` (id, nom, type, actif, classement) VALUES
  (1, 'cheque', 1, 1, 1), (2, 'colissimo', 2, 1, 1);
INSERT INTO `#__variable` (nom, valeur, protege, cache) VALUES ('rewrite', '0', 0, 0), ('verifstock', '1', 0, 0);
