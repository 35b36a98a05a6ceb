/** Designs: many points of one scenario, as plain data and as scenarios. Reading one (parse.ts) loads zod. */
export { interleaved, pointsOf, scenarioAt, type Point, type Points } from './points.ts';
export { withValues } from './set-values.ts';
export { settingsOf, type Setting } from './settings.ts';
