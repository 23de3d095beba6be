import { requireNone, type SiteChecks } from '../examination.ts';
import { type NeededTables, tableProblems } from '../mysql/schema.ts';
import { type Configured, checkStates } from '../order-states.ts';
import { readSite, type Site, siteReadings } from './site/site.ts';
import { readStates } from './site/states.ts';
import type { TheliaSql } from './tables.ts';

/** The tables, and those of their columns that Thelia did not have from its first version on. */
const NEEDED: NeededTables = {
  produit: ['ecotaxe', 'tva', 'poids'],
  produitdesc: ['postscriptum'],
  rubrique: [],
  rubriquedesc: ['postscriptum'],
  declinaison: [],
  declinaisondesc: [],
  declidisp: [],
  declidispdesc: ['classement'],
  rubdeclinaison: [],
  exdecprod: [],
  stock: ['surplus'],
  image: [],
  reecriture: ['lang', 'actif'],
  commande: ['adrfact', 'datelivraison', 'devise', 'colis'],
  venteprod: [],
  ventedeclidisp: [],
  venteadr: ['entreprise', 'tel'],
  client: ['intracom', 'datecrea'],
  modules: [],
  pays: ['isoalpha2'],
  statut: [],
  devise: ['defaut'],
  lang: ['code', 'defaut'],
  variable: [],
};

/** What the site knows, once everything is right; rejects with the first thing that is not. */
export async function requireSite(sql: TheliaSql, prefix: string, options: Configured): Promise<Site> {
  requireNone(await tableProblems(sql, prefix, NEEDED));
  await checkStates(options, () => readStates(sql));
  return readSite(sql, options.settings);
}

/** All that `requireSite` asks for, one after another. */
export const siteChecks = (sql: TheliaSql, prefix: string, options: Configured): SiteChecks => ({
  tables: () => tableProblems(sql, prefix, NEEDED),
  readings: [...siteReadings(sql, options.settings), () => checkStates(options, () => readStates(sql))],
});
