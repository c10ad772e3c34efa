// What the scripts say. Set-up talks on stderr only, so that the output of `earshot` stays clean.

/** An error the user can act on: one sentence that says what is missing and what to do. */
export class Stop extends Error {}

/** One line about what the set-up is doing, on stderr. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** The line of a failed tool's output that says most: its first error, or else its last words. */
export function reason(text) {
  const lines = text.split('\n').map((line) => line.trim());
  const spoken = lines.filter((line) => line !== '' && !line.startsWith('at ') && !/complete log/.test(line));
  const error = spoken.find(
    (line) => /error/i.test(line) && !/^npm (error|ERR!) (code|errno|syscall)/.test(line),
  );
  return (error ?? spoken.at(-1) ?? 'it did not say why').replace(/^npm (error|ERR!) /, '');
}
