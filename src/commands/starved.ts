import { UserError } from '../errors.ts';

/**
 * A failure as the user's to mend, where the system gave the program less than it needs: files, memory. Undefined if it is
 * anything else.
 */
export function starved(error: unknown): UserError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const sentence = sentenceOf(at);
    if (sentence) return new UserError([sentence], { cause: error });
  }
  return undefined;
}

function sentenceOf(error: Error): { message: string; hint: string } | undefined {
  const code = 'code' in error ? String(error.code) : '';
  // A thread that could not start says so in its message only.
  if (/\b(?:EMFILE|ENFILE)\b/.test(`${code} ${error.message}`)) {
    return {
      message: 'no more files may be open here at the same time',
      hint: '"ulimit -n" says and sets how many; fewer --threads need fewer',
    };
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return {
      message: 'a thread filled the heap that Node may use here',
      hint: 'give it more megabytes, NODE_OPTIONS=--max-old-space-size=4096, or take fewer borrowers',
    };
  }
  if (code === 'ENOMEM' || /^Array buffer allocation failed$/.test(error.message)) {
    return {
      message: 'there is no more memory here',
      hint: 'fewer --threads, or fewer borrowers, need less',
    };
  }
  return undefined;
}
