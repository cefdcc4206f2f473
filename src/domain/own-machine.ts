/** Whether a host is this very machine (RFC 6761, RFC 1122): what goes there passes no wire. */
export function isOwnMachine(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || LOOPBACK.test(name);
}

const LOOPBACK = /^127(\.\d{1,3}){3}$/;
