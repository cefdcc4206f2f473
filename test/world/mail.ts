import type { Incoming, WayIn } from '#domain/arrival.js';

export type Written = {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly date?: string;
  readonly id: string;
  readonly answers?: readonly string[];
  readonly trace?: string;
  readonly body: string;
};

/** A mail as its bytes, CRLF and all. What is not said is Theo's, who introduces. */
export function mailBytes(mail: Written): Uint8Array {
  const answers = mail.answers ?? [];
  const head = [
    ...(mail.trace === undefined ? [] : [`Received: ${mail.trace}`]),
    `From: ${mail.from ?? 'Theo Brandt <theo@kestrel.example>'}`,
    `To: ${mail.to ?? 'Dana Whitfield <dana@northbeam.example>'}`,
    `Subject: ${mail.subject ?? 'Intro: Joanna at Halden'}`,
    `Date: ${mail.date ?? 'Thu, 05 Mar 2026 22:30:00 +0100'}`,
    `Message-ID: <${mail.id}>`,
    ...(answers.length === 0
      ? []
      : [`In-Reply-To: <${answers.at(-1)}>`, `References: ${answers.map((id) => `<${id}>`).join(' ')}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${mail.body.replaceAll('\n', '\r\n')}\r\n`, 'utf8');
}

/** A mail as something that came in. */
export function incoming(
  bytes: Uint8Array,
  via: WayIn = 'smtp',
  receivedAt = '2026-03-05T21:44:00.000Z',
): Incoming {
  return { bytes, via, receivedAt, envelope: null, by: null, fileName: null };
}
