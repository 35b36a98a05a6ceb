import { colours } from '../field/colours.ts';
import { sides, type Side } from '../model/town.ts';

const [head, gap] = [40, 12];

/** Saves both fields, as they stand, as one PNG. */
export function savePicture(names: Readonly<Record<Side, string>>): void {
  const fields = sides.flatMap((side) => {
    const found = document.querySelector<HTMLCanvasElement>(`canvas.field-${side}`);
    return found ? [{ side, found }] : [];
  });
  const width = fields.reduce((sum, { found }) => sum + found.width + gap, gap);
  const height = Math.max(...fields.map(({ found }) => found.height)) + head + gap;
  const sheet = document.createElement('canvas');
  Object.assign(sheet, { width, height });
  const context = sheet.getContext('2d');
  if (!context) return;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height);
  context.fillStyle = colours.ink;
  context.font = '600 24px sans-serif';
  let x = gap;
  for (const { side, found } of fields) {
    context.fillText(names[side], x, 28);
    context.drawImage(found, x, head);
    x += found.width + gap;
  }
  const link = document.createElement('a');
  link.download = 'two-towns.png';
  link.href = sheet.toDataURL('image/png');
  link.click();
}
