import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

/**
 * The password of one of Baton's own logins, derived from the installation's secret: nothing is stored, and
 * all servers that hold the secret agree.
 */
export function loginPassword(secret: string, login: string): string {
  return createHmac('sha256', secret).update(`baton login ${login}`).digest('base64url');
}

// PostgreSQL's own default (scram_iterations).
const ITERATIONS = 4096;

/**
 * What PostgreSQL stores for a password (RFC 5803; PostgreSQL, "pg_authid"): handed over in this form, the
 * plain text never reaches the server nor its logs. The password must be ASCII, so SASLprep changes nothing.
 */
export function scramVerifier(password: string, salt: Buffer): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
