import type { Needs, ProfileName } from '../requirement.ts';
import type { RequirementId } from '../requirements/requirements.ts';
import type { Message } from '../session/message.ts';
import type { Reply } from '../session/reply.ts';
import type { Session } from '../session/session.ts';

/** Some requests, each made once, that speak for many requirements. */
export interface Scenario {
  /** Every requirement that it may judge or explain. */
  readonly cites: readonly RequirementId[];
  readonly needs: Needs;
  run(session: Session): Promise<void>;
}

/** The element that acknowledges a write. Old readers know only those of products. */
export function acknowledgement(resource: string, profile: ProfileName): string {
  if (profile !== 'kit-2015') return resource;
  if (resource === 'update_option') return 'update_product';
  return resource === 'add_grilles' ? 'add_product' : resource;
}

export const own = ({ prefix }: Session, suffix: string): string => `${prefix}-${suffix}`;

/** Sends a write; what it may have left in the shop is named, also when no reply or an unclear one came. */
export async function write(session: Session, reference: string, message: Message): Promise<Reply> {
  const reply = await session.call(message);
  if (reply.error === undefined) session.created(reference);
  return reply;
}
