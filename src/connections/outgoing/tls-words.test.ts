import { expect, test } from 'vitest';
import { tlsWords } from './tls-words.js';

const HOST = 'smtp.northbeam.example';

test.each([
  ['self-signed certificate', /self-signed/],
  ['self signed certificate in certificate chain', /self-signed/],
  ['unable to verify the first certificate', /nobody known signed/],
  ['unable to get local issuer certificate', /nobody known signed/],
  ['certificate has expired', /has expired/],
  [
    "Hostname/IP does not match certificate's altnames: Host: x. is not in the cert's altnames",
    /another name/,
  ],
  ['140:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:', /speaks no TLS/],
  ['error:0A000102:SSL routines::unsupported protocol', /no kind of encryption/],
])('“%s” is said in words that can be acted on', (message, words) => {
  expect(tlsWords(HOST, message)).toMatch(words);
  expect(tlsWords(HOST, message)).toContain(HOST);
});

test('STARTTLS that is not offered is told, and what is no matter of encryption is left to others', () => {
  expect(tlsWords(HOST, 'Error upgrading connection with STARTTLS: 502 5.5.1 No')).toContain(
    'offers no STARTTLS',
  );
  expect(tlsWords(HOST, 'connect ECONNREFUSED 127.0.0.1:587')).toBeNull();
});
