/** What a cluster job of a scenario needs to know. */
export interface SlurmPlan {
  /** What is done: `run`, `sensitivity` … */
  readonly verb: string;
  /** Words after it. */
  readonly named: string;
  /** Folder of the results, which all nodes see. */
  readonly folder: string;
  /** Array tasks: shards. */
  readonly shards: number;
  /** Limit of a task, as Slurm writes it. */
  readonly time: string;
  readonly cpus: number;
  /** Further lines for sbatch, each without `#SBATCH`. */
  readonly lines: readonly string[];
  /** How the program is called on the nodes. */
  readonly program: string;
}

/**
 * The array job: each task does one shard. `exec` puts the program in the shell's place, so that Slurm's signal reaches it;
 * SIGTERM comes 90 seconds before the limit, and the program ends with 75. Slurm starts a task again after its node was
 * lost, and writes go to the end of its log.
 */
export function arrayScript({
  verb,
  named,
  folder,
  shards,
  time,
  cpus,
  lines,
  program,
}: SlurmPlan): string {
  return [
    '#!/bin/bash',
    '#SBATCH --job-name=creditlab',
    `#SBATCH --array=1-${shards}`,
    `#SBATCH --time=${time}`,
    `#SBATCH --cpus-per-task=${cpus}`,
    '#SBATCH --requeue',
    '#SBATCH --open-mode=append',
    '#SBATCH --signal=B:TERM@90',
    `#SBATCH --output=${folder}/slurm-%a.log`,
    ...lines.map((line) => `#SBATCH ${line}`),
    '',
    '# Written by creditlab slurm. One task is one shard; what is finished is kept whatever happens to the task.',
    `exec ${program} ${verb} ${named} --out ${folder} --shard "$SLURM_ARRAY_TASK_ID/${shards}" --quiet`,
    '',
  ].join('\n');
}

/**
 * Submits the array until all is done, and then has a run merged, or another verb answer from what is finished: Slurm starts a task again after a lost node, but not after it ended with 75. Gives
 * up when a round has finished nothing new.
 */
export function submitScript({ verb, named, folder, program }: SlurmPlan, array: string): string {
  // A stage may say how far it is, too: the first level of what status says is that of all.
  const last = verb === 'run' ? 'merge "$folder"' : `${verb} ${named} --out "$folder"`;
  return [
    '#!/bin/bash',
    '# Written by creditlab slurm: submits the array until every market is done, then makes the final files.',
    'set -u',
    `folder=${folder}`,
    `array=${array}`,
    'done_markets() {',
    `  ${program} status "$folder" --json 2>/dev/null | sed -n 's/^  "done": \\([0-9]*\\).*/\\1/p'`,
    '}',
    'mkdir -p "$folder"',
    'before=-1',
    'while true; do',
    '  sbatch --wait "$array"',
    `  ${program} status "$folder"`,
    '  code=$?',
    '  if [ "$code" -eq 0 ]; then break; fi',
    '  now=$(done_markets)',
    '  now=${now:-0}',
    '  if [ "$now" -le "$before" ]; then',
    '    echo "A round has finished nothing new; giving up. See $folder/slurm-*.log." >&2',
    '    exit 1',
    '  fi',
    '  before=$now',
    'done',
    `exec ${program} ${last}`,
    '',
  ].join('\n');
}
