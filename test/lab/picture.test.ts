import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Picture, type Sheet } from '../../src/lab/field/picture.ts';

/** What Node has none of. */
class Image {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    [this.width, this.height] = [width, height];
    this.data = new Uint8ClampedArray(4 * width * height);
  }
}
beforeAll(() => void vi.stubGlobal('ImageData', Image));
afterAll(() => void vi.unstubAllGlobals());

type Colour = readonly [red: number, green: number, blue: number, solid: number];

const pixelOf = ([red, green, blue, solid]: Colour) =>
  ((solid << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** A sheet of pixels, so many a row. */
const sheet = (width: number, pixels: readonly number[]): Sheet => ({
  canvas: { width } as OffscreenCanvas,
  pixels: Uint32Array.from(pixels),
});

/** The bytes of a picture. */
function bytesOf(picture: Picture): Uint8ClampedArray {
  let image: ImageData | undefined;
  const putImageData = (one: ImageData) => {
    image = one;
  };
  picture.put({ putImageData } as unknown as OffscreenCanvasRenderingContext2D);
  return image?.data ?? new Uint8ClampedArray();
}

it('has the colour that it was cleared to, red first', () => {
  const picture = new Picture(2, 1);
  picture.clear('#f7a901');
  expect([...bytesOf(picture)]).toEqual([0xf7, 0xa9, 1, 255, 0xf7, 0xa9, 1, 255]);
  picture.clear();
  expect([...bytesOf(picture)]).toEqual(Array.from({ length: 8 }, () => 0));
});

it('shows of a stamp what lies inside', () => {
  const numbers = Array.from({ length: 12 }, (_, k) => pixelOf([k + 1, 0, 0, 255]));
  const places = fc.tuple(fc.integer({ min: -4, max: 5 }), fc.integer({ min: -4, max: 5 }));
  fc.assert(
    fc.property(places, ([toX, toY]) => {
      const picture = new Picture(4, 3);
      picture.clear();
      // The square of three by three that begins in the second column of four.
      picture.stamp(sheet(4, numbers), 1, 0, 3, toX, toY);
      const reds = [...bytesOf(picture)].filter((_, k) => k % 4 === 0);
      for (let y = 0; y < 3; y++) {
        for (let x = 0; x < 4; x++) {
          const [column, row] = [x - toX, y - toY];
          const isIn = column >= 0 && column < 3 && row >= 0 && row < 3;
          expect(reds[4 * y + x]).toBe(isIn ? 4 * row + column + 2 : 0);
        }
      }
    }),
  );
});

it('lays one colour over another as Porter and Duff do', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const colour = fc.tuple(byte, byte, byte, byte);
  fc.assert(
    fc.property(colour, colour, (under, over) => {
      const picture = new Picture(1, 1);
      picture.clear();
      picture.stamp(sheet(1, [pixelOf(under)]), 0, 0, 1, 0, 0);
      picture.stamp(sheet(1, [pixelOf(over)]), 0, 0, 1, 0, 0);
      const [part, below] = [over[3] / 255, (under[3] / 255) * (1 - over[3] / 255)];
      const whole = part + below;
      const found = [...bytesOf(picture)];
      expect(Math.abs(found[3] - 255 * whole)).toBeLessThanOrEqual(1);
      if (whole === 0) return;
      for (let k = 0; k < 3; k++) {
        const wanted = (over[k] * part + under[k] * below) / whole;
        expect(Math.abs(found[k] - wanted)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
