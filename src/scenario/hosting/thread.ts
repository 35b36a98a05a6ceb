// A thread that serves one module. In this order: what it says as it ends is settled before the module is loaded.
// oxlint-disable-next-line import/no-unassigned-import -- it listens
import './last-words.ts';
// oxlint-disable-next-line import/no-unassigned-import -- it serves
import '../institutions/host-worker.ts';
