import { refuseModules } from '../scenario/index.ts';

/** `--no-modules`: read only where it is given, so that the help is quick. */
export const refuse = refuseModules;
