import { z } from 'zod';
import { CONSOLE_ROLES } from '../../shop/console-accounts.ts';
import { LANGUAGES } from '../../shop/wording.ts';

/** What a person types into one line. */
export const typed = () => z.string().max(1000);

export const role = () => z.enum(CONSOLE_ROLES);
export const language = () => z.enum(LANGUAGES);
