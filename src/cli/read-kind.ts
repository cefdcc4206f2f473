/** Whether a file is a transcript rather than a mail, from its name and its first characters. */
export function isTranscript(file: string, bytes: Uint8Array): boolean {
  if (/\.eml$/i.test(file)) return false;
  if (/\.(?:vtt|srt|sbv)$/i.test(file)) return true;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_000)).toString(
    'utf8',
  );
  if (/^\ufeff?WEBVTT/.test(head)) return true;
  // SubRip: a number, then "00:00:01,000 --> 00:00:04,000".
  if (/^\ufeff?\s{0,10}\d{1,6}\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} --> /.test(head)) return true;
  return /\.json$/i.test(file) && /"(?:sentences|transcript|utterances|monologues|segments)"/.test(head);
}
