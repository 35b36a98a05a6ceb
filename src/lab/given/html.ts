import type { GivenScenario } from '../run/messages.ts';

const empty = '<script type="application/json" id="given">null</script>';
const opening = /(<script type="application\/json" id="opening">)[^<]*/;

/**
 * The lab with a scenario in it: data, which its policy needs no hash for. How its own first towns begin is left out, since it
 * opens with others.
 *
 * @throws Error if this is no lab that has none yet
 */
export function labWith(lab: string, given: GivenScenario): string {
  if (!lab.includes(empty)) throw new Error('there is no place for a scenario in the lab');
  // No `<` in it can end the element; and the file stays one of letters of one byte, which browsers read quicker.
  const escape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const data = JSON.stringify(given).replaceAll(/[<\u0080-\uffff]/g, escape);
  return lab
    .replace(opening, (_, start: string) => `${start}null`)
    .replace(empty, () => empty.replace('null', () => data));
}
