import type { MessagePort } from 'node:worker_threads';
import type { Problem } from '../../errors.ts';
import type { Institution, Values } from '../../institutions/index.ts';

/** What a host is given when it starts. */
export interface HostStart {
  /** Of the module, absolute. */
  readonly path: string;
  /** Its one word is 1 while an answer waits. */
  readonly signal: Int32Array<SharedArrayBuffer>;
  readonly port: MessagePort;
}

/** What is asked of a host. */
export type HostRequest =
  /** The rules under these values. */
  | { readonly rules: Values }
  /** A function of rules that were asked for, by the names on the way to it. */
  | { readonly call: readonly string[]; readonly of: number; readonly given: readonly unknown[] };

/** Rules as data: each function is named by the way to it. */
export interface RulesData {
  readonly of: number;
  readonly data: unknown;
}

export type HostAnswer =
  | { readonly rules: RulesData }
  /** What the function was given, as it is after the call. */
  | { readonly given: readonly unknown[] }
  /** The function threw something of this message. */
  | { readonly thrown: string }
  | { readonly problems: readonly Problem[] }
  /** No answer: the thread ends, and this is why. */
  | { readonly ended: readonly Problem[] };

/** What a module says of itself, once it is loaded. */
export type LoadedModule =
  | { readonly institution: Omit<Institution, 'rules'> }
  | { readonly problems: readonly Problem[] };

/** Stands for a function in data. */
export const functionMark = '\u0000function';
