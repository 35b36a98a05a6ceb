/** Small pictures side by side, pixel by pixel and as a browser draws them. */
export interface Sheet {
  readonly canvas: OffscreenCanvas;
  readonly pixels: Uint32Array;
}

/** Draws a sheet. */
export function sheetOf(
  width: number,
  height: number,
  draw: (brush: OffscreenCanvasRenderingContext2D) => void,
): Sheet {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) return { canvas, pixels: new Uint32Array(width * height) };
  draw(brush);
  return { canvas, pixels: new Uint32Array(brush.getImageData(0, 0, width, height).data.buffer) };
}

/** What a test of reading back draws: solid, and of a colour that noise would change. */
const known = { colour: '#f7a901', bytes: [0xf7, 0xa9, 1, 255], side: 8 } as const;
let isExact: boolean | undefined;

/** Whether what is drawn can be read as it is: a browser that guards against being recognised gives noise for it. */
export function readsBack(): boolean {
  isExact ??= (() => {
    const { side } = known;
    const brush = new OffscreenCanvas(2 * side, side).getContext('2d', {
      willReadFrequently: true,
    });
    if (!brush) return false;
    brush.fillStyle = known.colour;
    brush.fillRect(0, 0, side, side);
    const { data } = brush.getImageData(0, 0, 2 * side, side);
    return data.every((byte, k) => {
      const isSolid = Math.floor(k / 4) % (2 * side) < side;
      return byte === (isSolid ? known.bytes[k % 4] : 0);
    });
  })();
  return isExact;
}

/**
 * A picture that small ones are stamped on, a thousand in the time in which a browser asked for each draws a few dozen.
 *
 * A pixel is a number whose lowest byte is red and whose highest is how opaque it is: as every processor keeps it that browsers
 * run on.
 */
export class Picture {
  readonly width: number;
  readonly height: number;
  private readonly image: ImageData;
  private readonly pixels: Uint32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.image = new ImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  /** @param colour as `#rrggbb`; without it nothing is there */
  clear(colour?: string): void {
    const [red, green, blue] = [1, 3, 5].map((k) => parseInt(colour?.slice(k, k + 2) ?? '0', 16));
    this.pixels.fill(colour ? 0xff000000 | (blue << 16) | (green << 8) | red : 0);
  }

  /** Copies a square of a sheet, over what is there. What lies outside is cut off. */
  stamp(
    { canvas, pixels: small }: Sheet,
    left: number,
    top: number,
    side: number,
    toX: number,
    toY: number,
  ): void {
    const { width, height, pixels } = this;
    const [firstX, endX] = [Math.max(0, -toX), Math.min(side, width - toX)];
    const endY = Math.min(side, height - toY);
    for (let y = Math.max(0, -toY); y < endY; y++) {
      const from = (top + y) * canvas.width + left;
      const to = (toY + y) * width + toX;
      for (let x = firstX; x < endX; x++) {
        const over = small[from + x];
        if (over === 0) continue;
        const under = pixels[to + x];
        pixels[to + x] = over >>> 24 === 255 || under === 0 ? over : mixed(under, over);
      }
    }
  }

  /** Puts it on a canvas of its size. */
  put(context: OffscreenCanvasRenderingContext2D): void {
    context.putImageData(this.image, 0, 0);
  }
}

/** One pixel over another, neither of them solid for sure. */
function mixed(under: number, over: number): number {
  const part = over >>> 24;
  const rest = ((under >>> 24) * (255 - part)) / 255;
  const whole = part + rest;
  const red = Math.round(((over & 255) * part + (under & 255) * rest) / whole);
  const green = Math.round((((over >>> 8) & 255) * part + ((under >>> 8) & 255) * rest) / whole);
  const blue = Math.round((((over >>> 16) & 255) * part + ((under >>> 16) & 255) * rest) / whole);
  return ((Math.round(whole) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
