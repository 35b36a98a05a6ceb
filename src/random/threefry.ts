/**
 * Threefry-4x32 with 20 rounds: a counter-based generator, vetted with TestU01's BigCrush.
 *
 * Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC'11.
 * Known-answer vectors of its authors' Random123 library are in the tests. We use it to derive keys.
 */
const rotations = [10, 26, 11, 21, 13, 27, 23, 5, 6, 20, 17, 11, 25, 10, 18, 20];
const parity = 0x1bd11bda;
const keySchedule = new Int32Array(5);

/** Mixes a 4-word counter with a 4-word key; writes four words into `out`. */
export function threefry(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  k2: number,
  k3: number,
  out: Int32Array,
): void {
  const key = keySchedule;
  key[0] = k0;
  key[1] = k1;
  key[2] = k2;
  key[3] = k3;
  key[4] = parity ^ k0 ^ k1 ^ k2 ^ k3;
  let x0 = (c0 + key[0]) | 0;
  let x1 = (c1 + key[1]) | 0;
  let x2 = (c2 + key[2]) | 0;
  let x3 = (c3 + key[3]) | 0;
  for (let round = 0; round < 20; round++) {
    const a = rotations[(round & 7) * 2];
    const b = rotations[(round & 7) * 2 + 1];
    if ((round & 1) === 0) {
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << a) | (x1 >>> (32 - a))) ^ x0;
      x2 = (x2 + x3) | 0;
      x3 = ((x3 << b) | (x3 >>> (32 - b))) ^ x2;
    } else {
      x0 = (x0 + x3) | 0;
      x3 = ((x3 << a) | (x3 >>> (32 - a))) ^ x0;
      x2 = (x2 + x1) | 0;
      x1 = ((x1 << b) | (x1 >>> (32 - b))) ^ x2;
    }
    if ((round & 3) === 3) {
      const injection = (round + 1) >> 2;
      x0 = (x0 + key[injection % 5]) | 0;
      x1 = (x1 + key[(injection + 1) % 5]) | 0;
      x2 = (x2 + key[(injection + 2) % 5]) | 0;
      x3 = (x3 + key[(injection + 3) % 5] + injection) | 0;
    }
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}
