export type LineEndFault = 'bare-line-end' | 'nul';

const NUL = 0;
const LF = 10;
const CR = 13;

/**
 * Watches the bytes of one mail for what smuggling is made of: a CR or LF that stands alone, and NUL.
 * smtp-server passes them on, and a relay behind it could read a second mail out of the first one.
 * `look` takes the chunks in order and returns the first fault, then and from then on; `end` adds the CR
 * that nothing followed. Dots may be unstuffed before: only a dot after LF goes, never a CR or LF.
 */
export function watchLineEnds(): {
  look(chunk: Uint8Array): LineEndFault | null;
  end(): LineEndFault | null;
} {
  let afterCr = false;
  let fault: LineEndFault | null = null;
  return {
    look(chunk) {
      for (let at = 0; fault === null && at < chunk.length; at += 1) {
        const byte = chunk[at];
        if ((byte === LF) !== afterCr) fault = 'bare-line-end';
        else if (byte === NUL) fault = 'nul';
        afterCr = byte === CR;
      }
      return fault;
    },
    end() {
      if (fault === null && afterCr) fault = 'bare-line-end';
      return fault;
    },
  };
}
