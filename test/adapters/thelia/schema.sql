-- The tables of Thelia 1.4 that matter to a shop, column for column as Thelia's installer makes them, on InnoDB. `#__` stands
-- for a prefix, which Thelia does not have. An index on a text takes its first 30 characters.

CREATE TABLE `#__adresse` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `libelle` varchar(120) NOT NULL DEFAULT '',
  `client` int(11) NOT NULL DEFAULT 0,
  `raison` smallint(6) NOT NULL DEFAULT 0,
  `entreprise` text NOT NULL,
  `nom` text NOT NULL,
  `prenom` text NOT NULL,
  `adresse1` varchar(40) NOT NULL DEFAULT '',
  `adresse2` varchar(40) NOT NULL DEFAULT '',
  `adresse3` varchar(40) NOT NULL DEFAULT '',
  `cpostal` varchar(10) NOT NULL DEFAULT '',
  `ville` varchar(30) NOT NULL DEFAULT '',
  `tel` text NOT NULL,
  `pays` int(11) NOT NULL DEFAULT 0,
  KEY `client` (`client`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__caracdisp` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `caracteristique` int(11) NOT NULL DEFAULT 0,
  KEY `caracteristique` (`caracteristique`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__caracdispdesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `caracdisp` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `classement` int(11) NOT NULL,
  KEY `caracdisp` (`caracdisp`, `lang`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__caracteristique` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `affiche` int(11) NOT NULL DEFAULT 0,
  `classement` int(11) NOT NULL DEFAULT 0,
  KEY `affiche` (`affiche`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__caracteristiquedesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `caracteristique` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  KEY `caracteristique` (`caracteristique`, `lang`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__caracval` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `produit` int(11) NOT NULL DEFAULT 0,
  `caracteristique` int(11) NOT NULL DEFAULT 0,
  `caracdisp` int(11) NOT NULL DEFAULT 0,
  `valeur` text NOT NULL,
  KEY `caracteristique` (`caracteristique`, `caracdisp`),
  KEY `caracteristique_produit` (`caracteristique`, `produit`),
  KEY `caracteristique_valeur` (`caracteristique`, `valeur`(30)),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__client` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `ref` text NOT NULL,
  `datecrea` datetime NOT NULL,
  `raison` smallint(6) NOT NULL DEFAULT 0,
  `entreprise` text NOT NULL,
  `siret` text NOT NULL,
  `intracom` text NOT NULL,
  `nom` text NOT NULL,
  `prenom` text NOT NULL,
  `adresse1` varchar(40) NOT NULL DEFAULT '',
  `adresse2` varchar(40) NOT NULL DEFAULT '',
  `adresse3` varchar(40) NOT NULL DEFAULT '',
  `cpostal` varchar(10) NOT NULL DEFAULT '',
  `ville` varchar(30) NOT NULL DEFAULT '',
  `pays` mediumint(9) NOT NULL DEFAULT 0,
  `telfixe` text NOT NULL,
  `telport` text NOT NULL,
  `email` text NOT NULL,
  `motdepasse` text NOT NULL,
  `parrain` int(11) NOT NULL DEFAULT 0,
  `type` smallint(6) NOT NULL DEFAULT 0,
  `pourcentage` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `ref` (`ref`(30))
) ENGINE=InnoDB;

CREATE TABLE `#__commande` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `client` int(11) NOT NULL DEFAULT 0,
  `adrfact` int(11) NOT NULL,
  `adrlivr` int(11) NOT NULL DEFAULT 0,
  `date` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `datefact` date NOT NULL DEFAULT '0000-00-00',
  `ref` text NOT NULL,
  `transaction` text NOT NULL,
  `livraison` text NOT NULL,
  `facture` text NOT NULL,
  `transport` int(11) NOT NULL DEFAULT 0,
  `port` float NOT NULL DEFAULT 0,
  `datelivraison` date NOT NULL DEFAULT '0000-00-00',
  `remise` float NOT NULL DEFAULT 0,
  `devise` int(11) NOT NULL,
  `taux` float NOT NULL,
  `colis` text NOT NULL,
  `paiement` int(11) NOT NULL DEFAULT 0,
  `statut` smallint(6) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL,
  KEY `client` (`client`),
  PRIMARY KEY (`id`),
  KEY `ref` (`ref`(30))
) ENGINE=InnoDB;

CREATE TABLE `#__declidisp` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `declinaison` int(11) NOT NULL DEFAULT 0,
  KEY `declinaison` (`declinaison`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__declidispdesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `declidisp` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `classement` int(11) NOT NULL,
  KEY `declidisp` (`declidisp`, `lang`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__declinaison` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `classement` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__declinaisondesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `declinaison` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  KEY `declinaison` (`declinaison`, `lang`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__devise` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `nom` text NOT NULL,
  `code` text NOT NULL,
  `symbole` text NOT NULL,
  `taux` float NOT NULL DEFAULT 0,
  `defaut` int(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__document` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `produit` int(11) NOT NULL DEFAULT 0,
  `rubrique` int(11) NOT NULL DEFAULT 0,
  `contenu` int(11) NOT NULL DEFAULT 0,
  `dossier` int(11) NOT NULL DEFAULT 0,
  `fichier` text NOT NULL,
  `classement` int(11) NOT NULL DEFAULT 0,
  KEY `contenu` (`contenu`),
  KEY `dossier` (`dossier`),
  PRIMARY KEY (`id`),
  KEY `produit` (`produit`),
  KEY `rubrique` (`rubrique`)
) ENGINE=InnoDB;

CREATE TABLE `#__documentdesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `document` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  KEY `document` (`document`, `lang`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__exdecprod` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `produit` int(11) NOT NULL DEFAULT 0,
  `declidisp` int(11) NOT NULL DEFAULT 0,
  KEY `declidisp` (`declidisp`),
  PRIMARY KEY (`id`),
  KEY `produit` (`declidisp`, `produit`)
) ENGINE=InnoDB;

CREATE TABLE `#__image` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `produit` int(11) NOT NULL DEFAULT 0,
  `rubrique` int(11) NOT NULL DEFAULT 0,
  `contenu` int(11) NOT NULL DEFAULT 0,
  `dossier` int(11) NOT NULL DEFAULT 0,
  `fichier` text NOT NULL,
  `classement` int(6) NOT NULL DEFAULT 0,
  KEY `contenu` (`contenu`),
  KEY `dossier` (`dossier`),
  PRIMARY KEY (`id`),
  KEY `produit` (`produit`),
  KEY `rubrique` (`rubrique`)
) ENGINE=InnoDB;

CREATE TABLE `#__imagedesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `image` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  KEY `image` (`image`, `lang`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__lang` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `description` text NOT NULL,
  `code` varchar(2) NOT NULL,
  `url` varchar(255) NOT NULL,
  `defaut` smallint(6) NOT NULL,
  KEY `defaut` (`defaut`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__modules` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `nom` text NOT NULL,
  `type` smallint(6) NOT NULL,
  `actif` smallint(6) NOT NULL,
  `classement` int(11) NOT NULL,
  KEY `actif` (`actif`),
  KEY `nom` (`nom`(30)),
  PRIMARY KEY (`id`),
  KEY `type` (`type`),
  KEY `type_nom` (`type`, `actif`, `nom`(30))
) ENGINE=InnoDB;

CREATE TABLE `#__modulesdesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `plugin` text NOT NULL,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  `devise` int(11) NOT NULL,
  KEY `plugin` (`plugin`(30), `lang`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__pays` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `lang` int(11) NOT NULL DEFAULT 0,
  `zone` int(11) NOT NULL DEFAULT 0,
  `defaut` int(11) NOT NULL,
  `tva` smallint(6) NOT NULL,
  `isocode` varchar(4) NOT NULL DEFAULT '',
  `isoalpha2` varchar(2) NOT NULL DEFAULT '',
  `isoalpha3` varchar(4) NOT NULL DEFAULT '',
  `boutique` tinyint(4) NOT NULL DEFAULT 0,
  KEY `defaut` (`defaut`),
  PRIMARY KEY (`id`),
  KEY `zone` (`zone`)
) ENGINE=InnoDB;

CREATE TABLE `#__paysdesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `pays` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  KEY `pays` (`pays`, `lang`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__produit` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `ref` text NOT NULL,
  `datemodif` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `prix` float NOT NULL DEFAULT 0,
  `ecotaxe` float NOT NULL,
  `promo` smallint(6) NOT NULL DEFAULT 0,
  `prix2` float NOT NULL DEFAULT 0,
  `rubrique` int(11) NOT NULL DEFAULT 0,
  `nouveaute` smallint(6) NOT NULL DEFAULT 0,
  `perso` int(11) NOT NULL DEFAULT 0,
  `stock` int(11) NOT NULL DEFAULT 0,
  `ligne` smallint(6) NOT NULL DEFAULT 0,
  `garantie` int(11) NOT NULL DEFAULT 0,
  `poids` float NOT NULL DEFAULT 0,
  `tva` float NOT NULL DEFAULT 0,
  `classement` int(11) NOT NULL DEFAULT 0,
  KEY `ligne` (`ligne`),
  PRIMARY KEY (`id`),
  KEY `ref` (`ref`(30)),
  KEY `rubrique` (`rubrique`)
) ENGINE=InnoDB;

CREATE TABLE `#__produitdesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `produit` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  `postscriptum` text NOT NULL,
  PRIMARY KEY (`id`),
  KEY `produit` (`produit`, `lang`),
  KEY `recherche` (`titre`(30), `chapo`(30), `description`(30), `postscriptum`(30))
) ENGINE=InnoDB;

CREATE TABLE `#__promo` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `code` text NOT NULL,
  `type` smallint(6) NOT NULL DEFAULT 0,
  `valeur` float NOT NULL DEFAULT 0,
  `mini` float NOT NULL DEFAULT 0,
  `utilise` int(11) NOT NULL DEFAULT 0,
  `limite` smallint(6) NOT NULL DEFAULT 0,
  `datefin` date NOT NULL,
  `actif` tinyint(1) DEFAULT NULL,
  KEY `code` (`code`(30)),
  PRIMARY KEY (`id`),
  KEY `utilise` (`utilise`)
) ENGINE=InnoDB;

CREATE TABLE `#__promoutil` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `promo` int(11) NOT NULL,
  `commande` int(11) NOT NULL,
  `code` text NOT NULL,
  `type` smallint(6) NOT NULL,
  `valeur` float NOT NULL,
  KEY `commande` (`commande`),
  PRIMARY KEY (`id`),
  KEY `promo` (`promo`)
) ENGINE=InnoDB;

CREATE TABLE `#__raison` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `defaut` smallint(6) NOT NULL,
  `classement` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__raisondesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `raison` int(11) NOT NULL,
  `lang` int(11) NOT NULL,
  `court` text NOT NULL,
  `long` text NOT NULL,
  PRIMARY KEY (`id`),
  KEY `raison` (`raison`, `lang`)
) ENGINE=InnoDB;

CREATE TABLE `#__reecriture` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `url` varchar(255) NOT NULL,
  `fond` varchar(255) NOT NULL,
  `param` varchar(255) NOT NULL,
  `lang` int(11) NOT NULL,
  `actif` smallint(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `url` (`url`, `lang`)
) ENGINE=InnoDB;

CREATE TABLE `#__rubdeclinaison` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `rubrique` int(11) NOT NULL DEFAULT 0,
  `declinaison` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY `rubrique` (`rubrique`, `declinaison`)
) ENGINE=InnoDB;

CREATE TABLE `#__rubrique` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `parent` int(11) NOT NULL DEFAULT 0,
  `lien` text NOT NULL,
  `ligne` smallint(6) NOT NULL DEFAULT 0,
  `classement` int(11) NOT NULL DEFAULT 0,
  KEY `ligne` (`ligne`),
  KEY `parent` (`parent`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__rubriquedesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `rubrique` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  `postscriptum` text NOT NULL,
  PRIMARY KEY (`id`),
  KEY `recherche` (`titre`(30), `chapo`(30), `description`(30), `postscriptum`(30)),
  KEY `rubrique` (`rubrique`, `lang`)
) ENGINE=InnoDB;

CREATE TABLE `#__statut` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `nom` text NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__statutdesc` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `statut` int(11) NOT NULL DEFAULT 0,
  `lang` int(11) NOT NULL DEFAULT 0,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  PRIMARY KEY (`id`),
  KEY `statut` (`statut`, `lang`)
) ENGINE=InnoDB;

CREATE TABLE `#__stock` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `declidisp` int(11) NOT NULL DEFAULT 0,
  `produit` int(11) NOT NULL DEFAULT 0,
  `valeur` int(11) NOT NULL DEFAULT 0,
  `surplus` float NOT NULL,
  KEY `declidisp` (`declidisp`),
  KEY `declidisp_valeur` (`declidisp`, `valeur`),
  PRIMARY KEY (`id`),
  KEY `produit` (`produit`),
  KEY `produit_valeur` (`produit`, `valeur`)
) ENGINE=InnoDB;

CREATE TABLE `#__transzone` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `transport` int(11) NOT NULL DEFAULT 0,
  `zone` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY `transport` (`transport`),
  KEY `zone` (`zone`)
) ENGINE=InnoDB;

CREATE TABLE `#__variable` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `nom` text NOT NULL,
  `valeur` text NOT NULL,
  `protege` smallint(6) NOT NULL,
  `cache` smallint(6) NOT NULL,
  KEY `nom` (`nom`(30)),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__venteadr` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `raison` smallint(6) NOT NULL DEFAULT 0,
  `entreprise` text NOT NULL,
  `nom` text NOT NULL,
  `prenom` text NOT NULL,
  `adresse1` varchar(40) NOT NULL DEFAULT '',
  `adresse2` varchar(40) NOT NULL DEFAULT '',
  `adresse3` varchar(40) NOT NULL DEFAULT '',
  `cpostal` varchar(10) NOT NULL DEFAULT '',
  `ville` varchar(30) NOT NULL DEFAULT '',
  `tel` text NOT NULL,
  `pays` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__ventedeclidisp` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `venteprod` int(11) NOT NULL,
  `declidisp` int(11) NOT NULL,
  KEY `declidisp` (`declidisp`),
  PRIMARY KEY (`id`),
  KEY `venteprod` (`venteprod`)
) ENGINE=InnoDB;

CREATE TABLE `#__venteprod` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `ref` text NOT NULL,
  `titre` text NOT NULL,
  `chapo` text NOT NULL,
  `description` text NOT NULL,
  `quantite` int(11) NOT NULL DEFAULT 0,
  `prixu` float NOT NULL DEFAULT 0,
  `tva` float NOT NULL DEFAULT 0,
  `commande` int(11) NOT NULL DEFAULT 0,
  `parent` int(11) NOT NULL DEFAULT 0,
  KEY `commande` (`commande`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `#__zone` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `nom` text NOT NULL,
  `unite` float NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
