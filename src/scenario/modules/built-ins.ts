/** What every part of the program computes with, and a module may not change. */
const watched: Readonly<Record<string, object>> = {
  ...{ Math, JSON, Reflect, Atomics, Object, Function, Array, Number, String, Boolean, BigInt },
  // Not Error: what loads modules and reads stacks sets its own there.
  ...{ Symbol, Date, Promise, Map, Set, WeakMap, WeakSet, RegExp, ArrayBuffer, DataView },
  ...{ Float64Array, Float32Array, Int32Array, Uint32Array, Uint16Array, Uint8Array, Int8Array },
};

/** Taken before any module was loaded, so that it cannot put its own in their place. */
const { getOwnPropertyDescriptor, is } = Object;
const { ownKeys } = Reflect;

type Shape = Map<string, readonly [owner: object, key: PropertyKey, value: unknown, get: unknown]>;

function shapeNow(): Shape {
  const shape: Shape = new Map();
  const note = (name: string, owner: object) => {
    for (const key of ownKeys(owner)) {
      // oxlint-disable-next-line typescript/unbound-method -- it is compared, never called
      const { value, get } = getOwnPropertyDescriptor(owner, key) ?? {};
      shape.set(`${name}.${String(key)}`, [owner, key, value, get]);
    }
  };
  for (const [name, object] of Object.entries(watched)) {
    note(name, object);
    const prototype: unknown = Reflect.get(object, 'prototype');
    if (typeof prototype === 'object' && prototype !== null) note(`${name}.prototype`, prototype);
  }
  return shape;
}

/** Remembers the built-ins; what is called later names the first that is another by then. */
export function watchBuiltIns(): () => string | undefined {
  const before = shapeNow();
  return () => {
    for (const [name, [owner, key, value, get]] of before) {
      const now = getOwnPropertyDescriptor(owner, key);
      // oxlint-disable-next-line typescript/unbound-method -- it is compared, never called
      if (!now || !is(now.value, value) || !is(now.get, get)) return name;
    }
    for (const [name, object] of Object.entries(watched)) {
      for (const key of ownKeys(object)) {
        if (!before.has(`${name}.${String(key)}`)) return `${name}.${String(key)}`;
      }
      const prototype: unknown = Reflect.get(object, 'prototype');
      if (typeof prototype !== 'object' || prototype === null) continue;
      for (const key of ownKeys(prototype)) {
        const full = `${name}.prototype.${String(key)}`;
        if (!before.has(full)) return full;
      }
    }
    return undefined;
  };
}
