import type { Edition, ErpProfile } from '../profiles/profile.ts';

/** What decides how a record is sent. */
export interface Rules {
  readonly profile: ErpProfile;
  readonly edition: Edition;
}

/** Whether variants travel inside their parent (seed §3). */
export const hasGammes = ({ profile, edition }: Rules): boolean => profile.gammes && edition.gammes;
