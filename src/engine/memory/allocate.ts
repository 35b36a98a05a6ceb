/** Typed arrays over plain or shared memory: gives so many bytes, all 0. */
export type Allocate = (bytes: number) => ArrayBuffer | SharedArrayBuffer;
export const plainMemory: Allocate = (bytes) => new ArrayBuffer(bytes);
