import fc from 'fast-check';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether `-u` writes goldens anew. */
    readonly renewsGoldens: boolean;
  }
}

/**
 * Property tests draw the same examples every time, so that a failure is one for everybody. To look further:
 * PROPERTY_SEED=7 npm test
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_122) });
