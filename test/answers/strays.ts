/** Words of English in a text in Chinese: keys, ids and flags, and the name of a method, aside. */
export function strays(text: string): string[] {
  return [...text.matchAll(/(?<![\w./@-])[A-Za-z][a-z]{2,}(?![\w./@-])/g)]
    .map(([word]) => word)
    .filter((word) => word !== 'Morris');
}
