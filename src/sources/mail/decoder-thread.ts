import { parentPort } from 'node:worker_threads';
import { must } from '#domain/must.js';
import { parseMail } from '#sources/mail/parse.js';

/** The other side of decode.ts: takes the bytes of one mail after the other and answers each with its text. */
const port = parentPort;
must(port, 'the decoder runs in a worker thread');

port.on('message', (bytes: Uint8Array) => {
  parseMail(bytes).then(
    (mail) => port.postMessage({ mail }),
    () => port.postMessage({ mail: null }),
  );
});
