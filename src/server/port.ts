import { serve } from '@hono/node-server';
import { Fault } from '#domain/fault.js';

export type Port = {
  readonly port: number;
  readonly open: (fetch: Fetch) => void;
  readonly close: () => Promise<void>;
};

type Fetch = (request: Request, ...rest: never[]) => Response | Promise<Response>;

/**
 * Takes the port before anything else, so that a second start fails at once and links know where they lead.
 * Until `open` is called it answers that Baton is starting.
 */
export function openPort({ port, bind }: { readonly port: number; readonly bind: string }): Promise<Port> {
  let handle: Fetch = () =>
    new Response('Baton is starting.', { status: 503, headers: { 'retry-after': '1' } });
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: ((...all: Parameters<Fetch>) => handle(...all)) as never, port, hostname: bind },
      (at) =>
        resolve({
          port: at.port,
          open: (fetch) => {
            handle = fetch;
          },
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              // Lines of events never end by themselves.
              if ('closeAllConnections' in server)
                setTimeout(() => server.closeAllConnections(), 1_000).unref();
            }),
        }),
    );
    server.on('error', (cause: Error) => reject(portTaken('BATON_PORT', port, cause)));
  });
}

/** Why a port cannot be had, as a fault that names the setting. */
export function portTaken(setting: string, port: number, cause: unknown): Fault {
  const because = `Port ${port} cannot be used: something else listens there, or it needs more rights. Set ${setting} to another.`;
  return new Fault('port.taken', because, { retry: 'never', cause });
}
