import type { Generated, Kysely } from 'kysely';
import { SIDE_TABLES, type SideSql, type SideTables } from '../side/tables.ts';

/**
 * The columns of Thelia's tables that Passerelle reads or writes; the others keep their defaults. Numbers with a point
 * are `float`, of about seven digits; dates are the shop's wall clock. `Generated`: the column has a default.
 */
export interface TheliaTables extends SideTables {
  produit: ProduitTable;
  produitdesc: TextTable & { produit: number; postscriptum: string };
  rubrique: RubriqueTable;
  rubriquedesc: TextTable & { rubrique: number; postscriptum: string };
  declinaison: { id: Generated<number>; classement: Generated<number> };
  declinaisondesc: TextTable & { declinaison: number };
  declidisp: { id: Generated<number>; declinaison: number };
  declidispdesc: {
    id: Generated<number>;
    declidisp: number;
    lang: number;
    titre: string;
    classement: number;
  };
  rubdeclinaison: { id: Generated<number>; rubrique: number; declinaison: number };
  exdecprod: { id: Generated<number>; produit: number; declidisp: number };
  stock: StockTable;
  image: ImageTable;
  reecriture: ReecritureTable;
  commande: CommandeTable;
  venteprod: VenteprodTable;
  ventedeclidisp: { id: Generated<number>; venteprod: number; declidisp: number };
  venteadr: VenteadrTable;
  client: ClientTable;
  modules: { id: Generated<number>; nom: string };
  pays: { id: Generated<number>; isoalpha2: string };
  statut: { id: Generated<number>; nom: string };
  devise: { id: Generated<number>; code: string; defaut: number };
  lang: { id: Generated<number>; code: string; defaut: number };
  variable: { nom: string; valeur: string };
}

export type TheliaSql = Kysely<TheliaTables>;

/** Our side tables alone, on the same connection. */
export const sideOf = (sql: TheliaSql): SideSql => sql.$pickTables<keyof SideTables>();

/** A record's texts in one language. */
export interface TextTable {
  id: Generated<number>;
  lang: number;
  titre: string;
  chapo: string;
  description: string;
}

export interface ProduitTable {
  id: Generated<number>;
  /** Nothing keeps two products from having the same one. */
  ref: string;
  datemodif: Generated<string>;
  /** Including tax. */
  prix: Generated<number>;
  /** Including tax. */
  ecotaxe: number;
  rubrique: Generated<number>;
  stock: Generated<number>;
  /** 1: on sale. */
  ligne: Generated<number>;
  /** kg */
  poids: Generated<number>;
  /** Percent. */
  tva: Generated<number>;
  /** The product's place in its rubrique. */
  classement: Generated<number>;
}

export interface RubriqueTable {
  id: Generated<number>;
  /** 0 at the top. */
  parent: Generated<number>;
  lien: string;
  ligne: Generated<number>;
  classement: Generated<number>;
}

/** How many there are of a product in one declination, and what that costs more. */
export interface StockTable {
  id: Generated<number>;
  declidisp: number;
  produit: number;
  valeur: Generated<number>;
  /** Including tax. */
  surplus: number;
}

export interface ImageTable {
  id: Generated<number>;
  produit: Generated<number>;
  fichier: string;
  classement: Generated<number>;
}

export interface ReecritureTable {
  id: Generated<number>;
  url: string;
  fond: string;
  param: string;
  lang: number;
  actif: number;
}

export interface CommandeTable {
  id: Generated<number>;
  client: Generated<number>;
  adrfact: number;
  adrlivr: Generated<number>;
  date: Generated<string>;
  datefact: Generated<string>;
  /** The number that the customer knows. */
  ref: string;
  /** The invoice's number. */
  facture: string;
  transport: Generated<number>;
  /** Including tax. */
  port: Generated<number>;
  datelivraison: Generated<string>;
  /** An amount including tax. */
  remise: Generated<number>;
  devise: number;
  /** The parcel's number. */
  colis: string;
  paiement: Generated<number>;
  statut: Generated<number>;
}

export interface VenteprodTable {
  id: Generated<number>;
  /** The product's, also of one that was bought in a declination. */
  ref: string;
  titre: string;
  quantite: Generated<number>;
  /** Of one, including tax. */
  prixu: Generated<number>;
  /** Percent. */
  tva: Generated<number>;
  commande: Generated<number>;
}

export interface AddressColumns {
  id: Generated<number>;
  entreprise: string;
  nom: string;
  prenom: string;
  adresse1: Generated<string>;
  adresse2: Generated<string>;
  adresse3: Generated<string>;
  cpostal: Generated<string>;
  ville: Generated<string>;
  pays: Generated<number>;
}

export interface VenteadrTable extends AddressColumns {
  tel: string;
}

export interface ClientTable extends AddressColumns {
  datecrea: string;
  intracom: string;
  telfixe: string;
  telport: string;
  email: string;
}

/** All that are asked of a site. */
export const TABLES: readonly (keyof TheliaTables)[] = [
  ...SIDE_TABLES,
  'produit',
  'produitdesc',
  'rubrique',
  'rubriquedesc',
  'declinaison',
  'declinaisondesc',
  'declidisp',
  'declidispdesc',
  'rubdeclinaison',
  'exdecprod',
  'stock',
  'image',
  'reecriture',
  'commande',
  'venteprod',
  'ventedeclidisp',
  'venteadr',
  'client',
  'modules',
  'pays',
  'statut',
  'devise',
  'lang',
  'variable',
];
