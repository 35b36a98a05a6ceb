import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (path: string) => `${root}examples/${path}`;

/** An institution whose rules hold `member` in place of a good one, as a user would write it. */
const institutionWith = (member: string) => `
import { contributors, defineInstitution, readers, recordParameters, recordRules } from 'creditlab';
import type { ScoreBatch } from 'creditlab';

interface Wider extends ScoreBatch { readonly truePd: ArrayLike<number> }

export default defineInstitution({
  id: 'peeking',
  label: 'Peeking',
  facts: { representative: 'a', mechanism: 'b', purpose: 'c', openness: 'd', dataSources: 'e', character: 'f' },
  parameters: recordParameters(),
  rules: (p) => ({
    contributes: contributors('may'),
    access: readers({ level: () => 'full', fee: p.fee }),
    ...recordRules(p),
    ${member}
  }),
});
export type { Wider };
`;

const score = (points: string) =>
  `score: { authenticity: [0, 0, 0, 0, 0, 0, 0, 0, 0], ${points} },`;

const innocent = score(`points(reports, out) { out[0] = 600 - reports.defaults[0]; }`);

/** What each rule must not do, and what the compiler says to it. */
const peeks: Readonly<Record<string, readonly [member: string, complaint: RegExp]>> = {
  'reads a borrower’s true risk from the report': [
    score(`points(reports, out) { out[0] = reports.truePd[0]; }`),
    /Property 'truePd' does not exist on type 'ScoreBatch'/,
  ],
  'asks for a wider report than it is given': [
    score(`points(reports: Wider, out: Float64Array) { out[0] = reports.truePd[0]; }`),
    /'truePd' is missing in type 'ScoreBatch' but required in type 'Wider'/,
  ],
  'reads a borrower’s trait from the lenders': [
    `contributes(lenders, out) { out[0] = lenders.capacity[0]; },`,
    /Property 'capacity' does not exist on type 'LenderColumns'/,
  ],
  'overwrites the report': [
    score(`points(reports, out) { reports.defaults[0] = 0; out[0] = 600; }`),
    /Index signature in type 'Column' only permits reading/,
  ],
  'overwrites who contributes': [
    `access(_lenders, contributing, out) { contributing[0] = 1; out.fee[0] = 0; },`,
    /Index signature in type 'Column' only permits reading/,
  ],
  'misspells a parameter': [`perks: p.perk,`, /Property 'perk' does not exist on type/],
};

/** Messages of the compiler by file, for the examples as they are and for one file a peek. */
function compile(): Map<string, string[]> {
  const { config } = ts.readConfigFile(at('tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, at(''));
  const members = [innocent, ...Object.values(peeks).map(([member]) => member)];
  const planted = new Map(
    members.map((member, i) => [at(`planted-${i}.ts`), institutionWith(member)]),
  );
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    readFile: (path) => planted.get(path) ?? disk.readFile(path),
    fileExists: (path) => planted.has(path) || disk.fileExists(path),
    // The disk's own would read the disk's own files.
    getSourceFile: (path, version) => {
      const text = planted.get(path);
      if (text === undefined) return disk.getSourceFile(path, version);
      return ts.createSourceFile(path, text, version);
    },
  };
  const program = ts.createProgram([...fileNames, ...planted.keys()], options, host);
  const messages = new Map<string, string[]>();
  for (const path of [...fileNames, ...planted.keys()]) {
    const file = program.getSourceFile(path);
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    messages.set(
      path,
      found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    );
  }
  return messages;
}

describe('the signature is the information set', () => {
  let messages = new Map<string, string[]>();
  beforeAll(() => {
    messages = compile();
  });

  it('compiles the examples, in TypeScript and in JavaScript', () => {
    for (const name of ['forgiving-registry.ts', 'large-lenders-club.js']) {
      expect(messages.get(at(name))).toEqual([]);
    }
  });

  it('compiles a rule that reads only what it is given', () => {
    expect(messages.get(at('planted-0.ts'))).toEqual([]);
  });

  it.each(Object.entries(peeks).map(([what, [, complaint]], i) => [what, complaint, i] as const))(
    'compiles no rule that %s',
    (_what, complaint, i) => {
      expect(messages.get(at(`planted-${i + 1}.ts`))?.join('\n')).toMatch(complaint);
    },
  );
});
