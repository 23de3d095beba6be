import type { ActionOutcome } from '../../../shop/audit-trail.ts';
import type { RawCall } from '../../http/route.ts';

/** Keeps what somebody did who was nobody before. */
export async function noteEntry(
  { services: { trail, now }, remoteAddress }: Pick<RawCall, 'services' | 'remoteAddress'>,
  { user, action }: { readonly user: string; readonly action: string },
): Promise<void> {
  const outcome: ActionOutcome = { outcome: 'done' };
  await trail().noteAction({ at: new Date(now()).toISOString(), user, remoteAddress, action, ...outcome });
}
