import { programFolder } from '../program-folder.ts';
import { fingerprintOf } from './source-fingerprint.ts';

/** In a bundle, the fingerprint of the sources that it was made from (scripts/bundle.mjs). */
declare const builtFrom: string | undefined;

/**
 * Hash of the code that makes numbers. It is part of every stored job's name, so that whoever changes a
 * formula never resumes from numbers of the old one, whether or not the version was raised.
 */
export function codeFingerprint(): string {
  if (typeof builtFrom === 'string') return builtFrom;
  return fingerprintOf(new URL('src/', programFolder));
}
