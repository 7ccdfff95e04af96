/** One field of a form, with its bytes as they arrive. */
export interface Part {
  name: string;
  /** The name of a file, which says nothing of what is in it; null for a field of words, "" for a file that was not chosen. */
  fileName: string | null;
  bytes: AsyncGenerator<Uint8Array>;
}

/** The body is no form, or ended before the form did. */
export class BrokenForm extends Error {
  readonly code = "broken-form";
}

const BREAK = Buffer.from("\r\n");
const BLANK_LINE = Buffer.from("\r\n\r\n");
/** Bytes of what stands above a field, and how many fields a form may have: far more than any of ours. */
const MOST_ABOVE = 8 * 1024;
const MOST_PARTS = 50;

/** The boundary between the parts, as Content-Type names it; null when this is no such form. */
export function readBoundary(contentType: string | null): string | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType ?? "")) return null;
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?![^\s;]))/i.exec(contentType ?? "") ?? [];
  return quoted ?? bare ?? null;
}

/**
 * The fields of a multipart form one after the other, never more than a piece of one in memory. Whatever the caller leaves unread of a
 * field is read past. Throws `BrokenForm` when the body ends before the form does: it was cut off on the way.
 */
export async function* readParts(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const line = new Line(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for await (const _ of line.until(delimiter)) {
    // What stands before the first field is nobody's.
  }
  for (let count = 0; count < MOST_PARTS; count++) {
    const ending = await line.take(2);
    if (ending.toString("latin1") === "--") return;
    if (!ending.equals(BREAK)) throw new BrokenForm();
    const above = await line.above();
    line.isPast = false;
    yield { ...namesOf(above), bytes: line.until(delimiter) };
    if (!line.isPast) {
      for await (const _ of line.until(delimiter)) {
        // What was not read is read past.
      }
    }
  }
  throw new BrokenForm();
}

function namesOf(above: string): Pick<Part, "name" | "fileName"> {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(above)?.[1] ?? "";
  const name = /(?:^|;)\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw new BrokenForm();
  return { name, fileName: /;\s*filename="([^"]*)"/i.exec(disposition)?.[1] ?? null };
}

/** What has arrived and was not yet taken. */
class Line {
  /** Whether the mark that was last looked for has been taken. */
  isPast = false;
  // A form begins with its boundary, without the line break that stands before every other one.
  private held: Buffer = BREAK;
  private readonly arriving: AsyncIterator<Uint8Array>;

  constructor(body: AsyncIterable<Uint8Array>) {
    this.arriving = body[Symbol.asyncIterator]();
  }

  private async wait(): Promise<void> {
    const { value, done } = await this.arriving.next();
    if (done) throw new BrokenForm();
    this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value]);
  }

  async take(length: number): Promise<Buffer> {
    while (this.held.length < length) await this.wait();
    const taken = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return taken;
  }

  /** The lines above a field, without the blank one that ends them. */
  async above(): Promise<string> {
    for (;;) {
      const end = this.held.indexOf(BLANK_LINE);
      if (end !== -1) {
        const above = await this.take(end + BLANK_LINE.length);
        return above.subarray(0, end).toString("utf8");
      }
      if (this.held.length > MOST_ABOVE) throw new BrokenForm();
      await this.wait();
    }
  }

  /** The bytes before this mark, which is taken as well. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.held.indexOf(mark);
      if (end !== -1) {
        const before = await this.take(end);
        await this.take(mark.length);
        this.isPast = true;
        if (before.length > 0) yield before;
        return;
      }
      // The mark may have begun in the last bytes.
      const sure = this.held.length - mark.length + 1;
      if (sure > 0) yield await this.take(sure);
      await this.wait();
    }
  }
}
