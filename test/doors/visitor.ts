export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test says with `expect` what it looks for in an answer.
  readonly body: any;
  readonly text: string;
};

type Sent = {
  readonly json?: unknown;
  readonly body?: RequestInit['body'];
  readonly headers?: Record<string, string>;
};

/** Somebody at the web door: with a cookie, as a browser has, with the key of a program, or with neither. */
export class Visitor {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answered> {
    return this.ask('GET', path, { headers });
  }

  post(path: string, json?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    return this.ask('POST', path, json === undefined ? { headers } : { json, headers });
  }

  /** Hands a mail in as it is, and answers the id of the arrival. */
  async hand(mail: Uint8Array | string, headers: Record<string, string> = {}): Promise<string> {
    const type = { 'content-type': 'message/rfc822', ...headers };
    const answer = await this.ask('POST', '/api/v1/arrivals', { body: mail, headers: type });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.kept[0].kept.arrival;
  }

  async ask(method: string, path: string, sent: Sent = {}): Promise<Answered> {
    const headers = new Headers({ ...this.#headers, ...sent.headers });
    if (sent.json !== undefined && !headers.has('content-type'))
      headers.set('content-type', 'application/json');
    const body = sent.json === undefined ? sent.body : JSON.stringify(sent.json);
    const response = await fetch(new URL(path, this.#url), {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }
}

/** A browser of somebody whose answer to a sign-in was this. */
export function browser(url: string, signedIn: Answered): Visitor {
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return new Visitor(url, { cookie, origin: new URL(url).origin });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
