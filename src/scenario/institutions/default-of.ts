/** What a loaded module exports: `export default`, `module.exports`, or one in the other. */
export function defaultOf(loaded: unknown): unknown {
  const byDefault = property(loaded, 'default');
  return property(byDefault, 'default') ?? byDefault ?? loaded;
}

/** A member of a value of which nothing is known. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
