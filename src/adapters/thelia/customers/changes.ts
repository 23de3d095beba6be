import { sql as raw } from 'kysely';
import type { LocalDateTime } from '../../../domain/dates.ts';
import type { TheliaSql } from '../tables.ts';

/*
 * Thelia keeps its times on the shop's wall clock, without a zone. So are those that are noted of its accounts: the
 * seconds that this clock would show since 1970 if it stood at Greenwich.
 */
export const wallSeconds = (local: LocalDateTime): number => Date.parse(`${local.replace(' ', 'T')}Z`) / 1000;

const FIELDS = [
  ...['entreprise', 'nom', 'prenom', 'adresse1', 'adresse2', 'adresse3', 'cpostal', 'ville', 'pays'],
  ...['telfixe', 'telport', 'email'],
].map((name) => raw`account.${raw.ref(name)}`);

/**
 * Notes which accounts have changed since they were last looked at: Thelia keeps no time of that. One that is seen for
 * the first time has last changed when it was made.
 */
export async function noteChanges(sql: TheliaSql, now: LocalDateTime): Promise<void> {
  await raw`INSERT INTO passerelle_account (account_id, fingerprint, changed_at)
    SELECT account.id, MD5(CONCAT_WS(CHAR(0), ${raw.join(FIELDS)})),
      COALESCE(TIMESTAMPDIFF(SECOND, '1970-01-01 00:00:00', NULLIF(account.datecrea, '0000-00-00 00:00:00')), 0)
    FROM client AS account
    ON DUPLICATE KEY UPDATE
      changed_at = IF(fingerprint = VALUES(fingerprint), changed_at, ${wallSeconds(now)}),
      fingerprint = VALUES(fingerprint)`.execute(sql);
}
