import type { Sentences } from './sentence.ts';

/** Somebody else’s shop, on whose tables we stand. */
export const ADAPTERS = {
  reference_collides: {
    fr: '{where}la base de la boutique confond cette référence avec « {value} » : donnez-lui une référence qui en diffère par autre chose qu’un accent.',
    en: '{where}the shop’s database takes this reference for "{value}": give it one that differs from that by more than an accent.',
  },
  reference_taken: {
    fr: '{where}cette référence est celle d’un enregistrement « {value} » de la boutique, qui n’est ni un produit ni une déclinaison : changez-la là-bas.',
    en: '{where}this reference is that of a record "{value}" of the shop, which is neither a product nor a variant: change it there.',
  },
  reference_ambiguous: {
    fr: '{where}plusieurs produits de la boutique ont cette référence (identifiants {value}) : n’en laissez qu’un, dans le CMS.',
    en: '{where}several products of the shop have this reference (ids {value}): leave it to one of them, in the CMS.',
  },
  tax_rate_unknown: {
    fr: '{where}la boutique n’a aucune catégorie de taxe à {value} % dans sa zone (taux connus : {expected}) : créez-la dans le CMS.',
    en: '{where}the shop has no tax category of {value} % in its zone (known rates: {expected}): create it in the CMS.',
  },
  order_state_unknown: {
    fr: '{where}la boutique n’a pas d’état « {value} » ; états connus : {expected}.',
    en: '{where}the shop has no state "{value}"; known ones: {expected}.',
  },
  value_unfit: {
    fr: '{where}la colonne « {field} » de la boutique refuse la valeur : {value}.',
    en: '{where}the shop’s column "{field}" does not take the value: {value}.',
  },
  database_refused: {
    fr: 'La base de données refuse : {value}. Vérifiez l’utilisateur, son mot de passe, le nom de la base et ses droits (SELECT, INSERT, UPDATE, DELETE, CREATE, CREATE TEMPORARY TABLES).',
    en: 'The database refuses: {value}. Check the user, the password, the database’s name and the rights (SELECT, INSERT, UPDATE, DELETE, CREATE, CREATE TEMPORARY TABLES).',
  },
  cms_tables_missing: {
    fr: 'Tables ou colonnes absentes de la base : {value}. Vérifiez la base et le préfixe (?prefix=…), et que le CMS est à jour : Passerelle connaît HikaShop 4 et suivants, VirtueMart 4, Thelia 1.4 et 1.5.',
    en: 'Tables or columns are missing in the database: {value}. Check the database and the prefix (?prefix=…), and that the CMS is up to date: Passerelle knows HikaShop 4 and later, VirtueMart 4, Thelia 1.4 and 1.5.',
  },
  cms_table_engine: {
    fr: 'La table {value} ne connaît pas les transactions : ALTER TABLE {value} ENGINE=InnoDB (après une sauvegarde).',
    en: 'The table {value} has no transactions: ALTER TABLE {value} ENGINE=InnoDB (after a backup).',
  },
  cms_prefix_ambiguous: {
    fr: 'Plusieurs sites dans cette base (préfixes {value}) : indiquez-en un dans « store » par ?prefix=….',
    en: 'Several sites in this database (prefixes {value}): name one in "store" by ?prefix=….',
  },
  cms_incomplete: {
    fr: 'Il manque à la base de la boutique ce que le CMS y met à son installation : {value}.',
    en: 'The shop’s database lacks what the CMS puts there when it is installed: {value}.',
  },
  cms_setting_needed: {
    fr: 'La boutique ne le dit pas : réglez « {field} », par exemple {expected}.',
    en: 'The shop does not say: set "{field}", for instance to {expected}.',
  },
  cms_setting_unknown: {
    fr: '« {field} » vaut « {value} », que la boutique n’a pas. Elle a : {expected}.',
    en: '"{field}" is "{value}", which the shop does not have. It has: {expected}.',
  },
  cms_setting_unused: {
    fr: '« {field} » ne sert à rien pour ce CMS, qui n’en a pas la notion : retirez ce réglage.',
    en: '"{field}" means nothing to this CMS, which has no such thing: remove the setting.',
  },
  cms_group_privileged: {
    fr: '« {field} » nomme « {value} », un groupe qui administre le site : l’ERP ne peut y mettre personne.',
    en: '"{field}" names "{value}", a group that manages the site: the ERP can put nobody there.',
  },
  cms_folder_unwritable: {
    fr: 'Le dossier {value} (« {field} ») n’existe pas ou n’est pas accessible en écriture à l’utilisateur qui exécute Passerelle.',
    en: 'The folder {value} ("{field}") does not exist, or the user that runs Passerelle may not write there.',
  },
} satisfies Sentences;
