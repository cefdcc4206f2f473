import { isOwnMachine } from '#domain/own-machine.js';

/**
 * How the line is encrypted: `tls` from its first byte (RFC 8314), `starttls` before anything is said, or not at
 * all. `offered` takes STARTTLS where it is offered, and is only for a server on this very machine.
 */
type Security = 'tls' | 'starttls' | 'offered' | 'none';

/**
 * A submission server (RFC 6409). It may stand on a private network, as a company's own mail server often does:
 * an admin names it, and nothing that came from outside ever does.
 */
export type OutgoingServer = {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly user: string | null;
  readonly password: string | null;
};

/** A server as BATON_OUTGOING_URL writes it. An smtp:// that is not on this machine has to offer STARTTLS. */
export function serverFromUrl(url: string): OutgoingServer {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const security = protocol === 'smtps:' ? 'tls' : isOwnMachine(host) ? 'offered' : 'starttls';
  return {
    host,
    port: port === '' ? (security === 'tls' ? 465 : 587) : Number(port),
    security: searchParams.get('security') === 'none' ? 'none' : security,
    user: username === '' ? null : decodeURIComponent(username),
    password: password === '' ? null : decodeURIComponent(password),
  };
}

/** `smtp.northbeam.example:587`. */
export function serverWords({ host, port }: Pick<OutgoingServer, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
