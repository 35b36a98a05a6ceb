import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of the packages that lie inside a bundle, in full, as they ask; a text that several share stands once.
 *
 * @param ids the modules that went into it
 * @throws Error if a package says nowhere how it may be passed on
 */
export function licencesOf(ids) {
  const folders = ids.flatMap((id) => insidePackage.exec(id)?.[1] ?? []);
  const byText = new Map();
  for (const folder of [...new Set(folders)].toSorted((a, b) => (a < b ? -1 : 1))) {
    const text = licenceIn(folder);
    byText.set(text, [...(byText.get(text) ?? []), nameOf(folder)]);
  }
  return [...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}`).join('\n\n\n');
}

/** The folder of the package that a module belongs to. */
const insidePackage = /^\0*(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/;

function nameOf(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version}`;
}

/** A file of its own, or the part of its page that is headed so. */
function licenceIn(folder) {
  const files = readdirSync(folder);
  const read = (file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r', '');
  const own = files.find((one) => /^licen[cs]e(\.|$)/i.test(one));
  if (own !== undefined) return read(own).trim();
  const page = files.find((one) => /^readme\.md$/i.test(one));
  const part =
    page && /^#* *licen[cs]e\b[^\n]*\n(?:-+|=+)?\n([^]+?)(?=\n#|(?![^]))/im.exec(read(page));
  if (!part || !/permission|redistribution/i.test(part[1]))
    throw new Error(`${folder} is bundled and has no licence to pass on`);
  return part[1].trim();
}
