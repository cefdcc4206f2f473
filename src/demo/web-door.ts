import { Fault } from '#domain/fault.js';

/** What the demo reads of an answer: its JSON, whatever it holds. */
// biome-ignore lint/suspicious/noExplicitAny: the demo is a stranger at the door and reads what it needs.
type Answer = any;

/** Somebody of the story at the web door, with the cookie that a sign-in gave: as a browser, and by no other way. */
export class WebDoor {
  readonly #url: string;
  readonly #cookie: string;

  constructor(url: string, cookie = '') {
    this.#url = url;
    this.#cookie = cookie;
  }

  async get(path: string): Promise<Answer> {
    return (await this.#ask('GET', path)).json();
  }

  async post(path: string, said: object = {}): Promise<Answer> {
    return (await this.#ask('POST', path, said)).json();
  }

  async patch(path: string, said: object): Promise<Answer> {
    return (await this.#ask('PATCH', path, said)).json();
  }

  async remove(path: string): Promise<Answer> {
    return (await this.#ask('DELETE', path)).json();
  }

  /** Presses the button of a sign-in link. The first admin says who they are. */
  async signIn(link: string, admin: object = {}): Promise<WebDoor> {
    const { pathname } = new URL(link);
    const answer = await this.#ask('POST', pathname.slice(1), admin);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    return new WebDoor(this.#url, cookie.join('; '));
  }

  async #ask(method: string, path: string, said?: object): Promise<Response> {
    const answer = await fetch(`${this.#url}/api/v1/${path}`, {
      method,
      headers: { cookie: this.#cookie, origin: this.#url, 'content-type': 'application/json' },
      ...(said === undefined ? {} : { body: JSON.stringify(said) }),
    }).catch((cause: unknown) => {
      // Some ports are closed to every browser and to fetch, 5060 for one (fetch.spec.whatwg.org, bad port).
      const because = `The demo cannot open its own pages at ${this.#url}. Name another port.`;
      throw new Fault('demo.unreached', because, { retry: 'never', cause });
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => null)) as { detail?: string } | null;
    const because = problem?.detail ?? `It answered ${answer.status}.`;
    // The rest of a path may be the token of a link.
    const place = path.split('/').slice(0, 2).join('/');
    throw new Fault('demo.refused', `The demo could not be set up at ${place}: ${because}`, {
      retry: 'never',
    });
  }
}
