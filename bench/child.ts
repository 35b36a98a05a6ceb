/** Does one piece of work in a process of its own, so that its compiled code and its memory are its own. */
import { parseTask } from './measurement.ts';
import { pieces } from './pieces/index.ts';

const task = parseTask(process.argv[2]);
process.stdout.write(JSON.stringify(await pieces[task.piece](task)));
