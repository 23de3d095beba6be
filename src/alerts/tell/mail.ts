import { createTransport } from 'nodemailer';
import type { AlertMail } from '../message.ts';

export interface MailSettings {
  /** `smtp://USER:PASSWORD@HOST:PORT` or `smtps://…`. */
  readonly smtp: string;
  readonly from: string;
  readonly to: readonly string[];
}

const TIMEOUT_MS = 20_000;

/** Rejects when the mail server does not take it. */
export async function sendMail({ smtp, from, to }: MailSettings, mail: AlertMail): Promise<void> {
  const transport = createTransport({
    url: smtp,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from, to: [...to], ...mail });
  } finally {
    transport.close();
  }
}
