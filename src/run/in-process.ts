import { setImmediate } from 'node:timers/promises';
import { oneByOne } from '../jobs/one-by-one.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';

/** One job after the other in this thread. Between jobs it lets Ctrl-C through. */
export const inProcess = oneByOne(loadExternalInstitution, () => setImmediate());
