/** What went wrong, in words for whoever typed the command. It is printed alone, without a stack. */
export class Sentence extends Error {}

/** Says a line on stderr; stdout belongs to the command that is being run. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a script's main function: a sentence is printed and ends with 1, anything else is our bug and is thrown. */
export async function speak(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
