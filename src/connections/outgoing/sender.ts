import { createTransport } from 'nodemailer';
import { Fault } from '#domain/fault.js';

export type Outgoing = { readonly url: string; readonly from: string };
export type PlainMail = { readonly to: string; readonly subject: string; readonly text: string };

const PATIENCE = 20_000;

/** Hands one mail to the submission server (RFC 6409) and resolves once the server took it; throws a Fault otherwise. */
export async function sendPlain(outgoing: Outgoing, mail: PlainMail): Promise<void> {
  const transport = createTransport(outgoing.url, {
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  try {
    await transport.sendMail({
      from: outgoing.from,
      ...mail,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (cause) {
    throw new Fault('outgoing.refused', 'The outgoing server did not take the mail.', {
      retry: 'soon',
      cause,
    });
  } finally {
    transport.close();
  }
}
