// Node's TLS and OpenSSL say these; nodemailer hands the words on and not the code.
const PROBLEMS: readonly (readonly [said: RegExp, words: string])[] = [
  [
    /self[- ]signed certificate/i,
    'its certificate is self-signed, so anybody could pretend to be it. Give it one that is signed, or have Baton trust its issuer with NODE_EXTRA_CA_CERTS',
  ],
  [
    /unable to (verify the first certificate|get local issuer certificate|get issuer certificate)/i,
    'nobody known signed its certificate. Have it send the whole chain, or have Baton trust its issuer with NODE_EXTRA_CA_CERTS',
  ],
  [/certificate has expired/i, 'its certificate has expired'],
  [/certificate is not yet valid/i, 'its certificate is not valid yet'],
  [
    /does not match certificate's altnames/i,
    'its certificate is for another name. Write the server’s name as the certificate has it',
  ],
  [/wrong version number|packet length too long|unexpected message/i, 'it speaks no TLS on this port'],
  [
    /unsupported protocol|no protocols available|handshake failure|alert/i,
    'no kind of encryption fits both sides',
  ],
];

/** Why the line could not be encrypted, for people; null where that was not the reason. */
export function tlsWords(host: string, message: string): string | null {
  const found = PROBLEMS.find(([said]) => said.test(message));
  if (found !== undefined) return `The line to ${host} is not safe: ${found[1]}.`;
  return /upgrading connection with STARTTLS|required STARTTLS/i.test(message)
    ? `${host} offers no STARTTLS here, and nothing is sent in the open. Choose TLS, or ask whoever runs it.`
    : null;
}
