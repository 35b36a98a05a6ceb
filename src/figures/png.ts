import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { latinFont } from '../charts/index.ts';
import { faces } from './faces.ts';
import { provenanceLines, type Provenance } from './provenance.ts';

/** Pixels an inch unless said otherwise: twice the 96 that screens count. */
const usualDpi = 2 * 96;

/**
 * A finished SVG figure as PNG, with its provenance as text chunks.
 *
 * @param width of the figure in points
 * @param dpi pixels an inch
 */
export function pngOf(svg: string, width: number, about: Provenance, dpi = usualDpi): Buffer {
  const image = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [...new Set(faces.map(({ path }) => path))],
      defaultFontFamily: latinFont,
    },
    fitTo: { mode: 'width', value: Math.round((width * dpi) / 72) },
  })
    .render()
    .asPng();
  return withChunks(Buffer.from(image), [
    resolution(dpi),
    ...[['Title', about.title], ['Description', about.description], ...provenanceLines(about)].map(
      ([key = '', value = '']) => textChunk(key, value),
    ),
  ]);
}

/** Bytes of the signature and of the header chunk, after which further chunks may come. */
const afterHeader = 8 + 25;

function withChunks(png: Buffer, chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]);
}

/** One chunk: length, type, data, checksum (PNG specification, section 5.3). */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** International text: keyword, no compression, no language, then UTF-8 (section 11.3.3.4). */
function textChunk(keyword: string, text: string): Buffer {
  return chunk(
    'iTXt',
    Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]),
  );
}

/** Physical size, so that a document places the figure at its own width (section 11.3.4.3). */
function resolution(dpi: number): Buffer {
  const perMetre = Math.round(dpi / 0.0254);
  const data = Buffer.alloc(9);
  data.writeUInt32BE(perMetre, 0);
  data.writeUInt32BE(perMetre, 4);
  data.writeUInt8(1, 8);
  return chunk('pHYs', data);
}
