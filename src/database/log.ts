import type { Logger } from 'pino';

/** Where the ground reports what it does. Fields never hold parameters of statements, nor their messages. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
