import type { WebhookParts } from '../../shop/webhooks.ts';
import type { ShopCommand } from '../commands/context.ts';

/** What a command does with the webhooks of a shop. */
export type Work = (parts: WebhookParts, command: ShopCommand) => Promise<void>;
