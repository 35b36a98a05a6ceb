import JSZip from 'jszip';
import { boxed } from '../../figures/letters.ts';

/** Every moment in a document: the first that a ZIP file can tell. */
const moment = new Date(Date.UTC(1980, 0, 1));

/**
 * A Word document without clock, chance and letters that no font of ours has (the machine that opens it may have none either): names that were drawn by lot are counted instead, and all dates are one, so
 * that the same content gives the same bytes.
 */
export async function settled(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => !zip.files[name].dir);
  const texts = new Map<string, string>();
  for (const name of names)
    if (/\.(xml|rels)$/.test(name)) texts.set(name, await zip.files[name].async('string'));
  const renamed = renaming([...texts.values()].join('\n'));
  const fixed = (text: string) => {
    let out = text;
    for (const [lot, counted] of renamed) out = out.replaceAll(lot, counted);
    return boxed(out).replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, moment.toISOString());
  };
  const made = new JSZip();
  for (const name of names.toSorted()) {
    const text = texts.get(name);
    const content = text === undefined ? await zip.files[name].async('uint8array') : fixed(text);
    made.file(fixed(name), content, { date: moment, createFolders: false });
  }
  return made.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}

/** Names of pictures and of relations in the order in which they appear. */
function renaming(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const media = [...text.matchAll(/media\/([\w-]{16,})\.(?:png|svg)/g)].map(([, id = '']) => id);
  const relations = [...text.matchAll(/rId([\w-]{12,})"/g)].map(([, id = '']) => id);
  for (const id of [...media, ...relations])
    if (!found.has(id)) found.set(id, `n${found.size + 1}`);
  return found;
}
