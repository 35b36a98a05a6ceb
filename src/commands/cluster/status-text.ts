import type { Status } from '../../run/design/merge.ts';

/** How far the work is, and what cannot be seen of it from here. */
export function statusText({ plan, total, done, unfinished }: Status): string[] {
  const [scenario] = plan.stages;
  const count = (n: number) => n.toLocaleString('en');
  const missing = total - done;
  return [
    `${scenario.title} (${plan.verb} ${plan.named})`,
    `${count(done)} of ${count(total)} markets are done, ${count(missing)} missing.`,
    ...(unfinished > 0
      ? [
          `${count(unfinished)} files end in the middle of a market: it is being written, or its process was ended. ` +
            'It counts as missing.',
        ]
      : []),
    ...(missing > 0
      ? [
          'Not seen from here: markets that are being simulated now, and what other machines have written but their disks ' +
            'do not show yet (on NFS up to a minute).',
        ]
      : []),
    ...(missing === 0 && plan.mayGrow
      ? [`What follows from these is not begun: call creditlab ${plan.verb} again.`]
      : []),
  ];
}

/** Failures that are told one by one. */
const mostTold = 10;

/** What failed, each with the command that does it again. */
export function failedText({ plan, failed }: Status, folders: readonly string[]): string[] {
  if (failed.length === 0) return [];
  return [
    `${failed.length} failed:`,
    ...failed
      .slice(0, mostTold)
      .flatMap(({ key, institution, replicate, message }) => [
        `  ${institution}, replicate ${replicate}: ${message.split('\n', 1)[0]}`,
        `    creditlab ${plan.verb} ${plan.named} --out ${folders[0]} --job ${key.slice(0, 16)}`,
      ]),
    ...(failed.length > mostTold ? [`  and ${failed.length - mostTold} more`] : []),
  ];
}
