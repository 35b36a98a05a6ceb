/** The part of jstat that tests compare with; it ships no types. */
declare module 'jstat' {
  const jstat: { readonly studentt: { readonly cdf: (t: number, degrees: number) => number } };
  export default jstat;
}
