/** A line with more bytes than this is not kept: an item's text has at most 200,000 characters. */
export const LONGEST_LINE = 4 * 1024 * 1024;

/**
 * Cuts a stream of bytes into lines of UTF-8, at most `LONGEST_LINE` bytes of it in memory. A line that is longer
 * is given as null once it ends. Carriage returns stay; a last line needs no line end.
 */
export class LineCutter {
  readonly #longest: number;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(longest = LONGEST_LINE) {
    this.#longest = longest;
  }

  /** The lines that end in `chunk`. */
  *push(chunk: Buffer): Generator<string | null> {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      this.#keep(chunk.subarray(from, at));
      yield this.#take();
      from = at + 1;
    }
    this.#keep(chunk.subarray(from));
  }

  /** The last line, where the stream did not end with a line end. */
  *end(): Generator<string | null> {
    if (this.#size > 0) yield this.#take();
  }

  #keep(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > this.#longest) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  #take(): string | null {
    const line = this.#size > this.#longest ? null : Buffer.concat(this.#parts).toString('utf8');
    this.#parts = [];
    this.#size = 0;
    return line;
  }
}
