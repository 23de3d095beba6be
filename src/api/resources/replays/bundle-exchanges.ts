import { z } from 'zod';
import { attachment } from '../../http/attachment.ts';
import { MadeFile } from '../../http/made-file.ts';
import { defineRoute } from '../../route.ts';
import { named } from '../../schemas/named.ts';
import { SELECTION, selectionFrom } from '../../schemas/selection.ts';
import { subjectOf } from './replay-exchanges.ts';

export const bundleExchanges = defineRoute({
  method: 'post',
  path: '/bundles',
  scope: 'admin',
  role: 'operator',
  tag: 'Replays',
  summary: 'Puts exchanges into a zip for a support desk: requests, replies and effects, without any key',
  description: 'At most 10,000 exchanges. It is sent while it is made.',
  body: named(
    'Bundle',
    z.strictObject({
      ...SELECTION,
      personalData: z
        .boolean()
        .default(false)
        .describe('Leaves names, e-mail and postal addresses and telephone numbers as they are.'),
    }),
  ),
  reply: z.file(),
  fileTypes: ['application/zip'],
  isMade: true,
  replyHeaders: { 'Content-Disposition': 'A name for the file.' },
  errors: ['missing_field', 'unknown_reference'],
  async handle({ body, shop, language }) {
    const { personalData, ...said } = body;
    const selection = selectionFrom(said, shop);
    const { name, zip } = await shop.replays.bundle({ selection, language, isRedacted: !personalData });
    return {
      content: new MadeFile(zip, { type: 'application/zip' }),
      headers: { 'content-disposition': attachment(name, 'zip') },
      subject: `${personalData ? 'personalData ' : ''}${subjectOf(selection)}`,
    };
  },
});
