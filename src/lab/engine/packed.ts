/**
 * What the build packed into a text: deflated, in letters of base 64.
 *
 * @throws if the browser cannot do that, or it is no such text
 */
export async function unpacked(text: string): Promise<string> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let k = 0; k < letters.length; k++) bytes[k] = letters.charCodeAt(k);
  const flow = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(flow).text();
}
