/** A lender for a mark: `bank-1` → b1, `consumer-finance` → cf. */
export function initials(name: string): string {
  return name
    .split('-')
    .map((word) => (/^\d+$/.test(word) ? word : word.charAt(0)))
    .join('');
}
