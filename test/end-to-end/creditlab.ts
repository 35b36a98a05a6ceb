import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program, as `npm run build` leaves it. */
export const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const command = (words: readonly string[]) => [cli, ...words];

/** What a finished command leaves. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `creditlab` with these words in a folder, as a shell without a terminal would. */
export function creditlab(folder: string, ...words: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(words), {
    cwd: folder,
    encoding: 'utf8',
  });
  return { exitCode: status, stdout, stderr };
}

/** Starts `creditlab` and presses Ctrl-C as soon as it has written a line for which `when` holds. */
export async function interrupted(
  folder: string,
  words: readonly string[],
  when: (line: string) => boolean,
): Promise<Ended> {
  const child = spawn(process.execPath, command(words), { cwd: folder });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (text.split('\n').some(when)) child.kill('SIGINT');
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exitCode, stdout, stderr };
}
