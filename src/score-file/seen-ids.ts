/**
 * Remembers on which line each id was first met, in 12 bytes an id instead of the hundred that a
 * `Map` of strings takes.
 *
 * An open-addressed table of 64-bit hashes: two different ids among a million share one with a chance
 * of 3 · 10⁻⁸ (birthday bound), which would read as a repeated id.
 */
export class SeenIds {
  private size = 0;
  private mask = 1023;
  private high = new Uint32Array(1024);
  private low = new Uint32Array(1024);
  private line = new Uint32Array(1024);

  /** Line of the earlier id, or 0 if this one is new (and is now remembered). Lines count from 1. */
  add(id: string, line: number): number {
    const [high, low] = hash(id);
    const earlier = this.place(high, low, line);
    if (earlier === 0 && ++this.size * 2 > this.mask) this.grow();
    return earlier;
  }

  private place(high: number, low: number, line: number): number {
    let at = low & this.mask;
    while (this.line[at] !== 0) {
      if (this.high[at] === high && this.low[at] === low) return this.line[at];
      at = (at + 1) & this.mask;
    }
    this.high[at] = high;
    this.low[at] = low;
    this.line[at] = line;
    return 0;
  }

  private grow(): void {
    const { high, low, line } = this;
    const room = 2 * line.length;
    this.mask = room - 1;
    this.high = new Uint32Array(room);
    this.low = new Uint32Array(room);
    this.line = new Uint32Array(room);
    for (let at = 0; at < line.length; ++at) {
      if (line[at] !== 0) this.place(high[at], low[at], line[at]);
    }
  }
}

/** Two 32-bit lanes of multiply and xor-shift, each finished as MurmurHash3 finishes (Appleby 2008). */
function hash(text: string): readonly [number, number] {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let k = 0; k < text.length; ++k) {
    const code = text.charCodeAt(k);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    b = Math.imul(b ^ code, 0x1b873593);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  return [finish(a ^ text.length), finish(b ^ Math.imul(a, 5))];
}

function finish(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
