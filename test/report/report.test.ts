import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { charts } from '../../src/charts/registry.ts';
import { UserError } from '../../src/errors.ts';
import { sourceOf } from '../../src/report/figures.ts';
import { escapeHtml, html, jsonForScript } from '../../src/report/page/html.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { economyParameters, lenderParameters } from '../../src/engine/index.ts';
import { chinesePassport } from '../../src/report/chinese/passport.ts';
import { chineseFact } from '../../src/report/chinese/facts.ts';
import { writeReport } from '../../src/report/write-report.ts';
import { readRun } from '../../src/report/inputs.ts';
import { latexTable } from '../../src/report/latex/latex.ts';
import { escapeLatex } from '../../src/report/latex/latex-text.ts';
import { quoted } from '../../src/report/page/page-body.ts';
import { scripts } from '../../src/report/page/runtime.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { storedRun } from './stored-run.ts';

let folder: string;
let written: string[];
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  folder = await storedRun();
  written = await writeReport(folder, { figures: false });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Terms that a Chinese reader rejects. */
const rejected = [
  ...['实际利率', '实付年利率', '贷款人', '倍本金', '薄档案', '接受率', '学生 t', '无法区分'],
  ...['各类机构', '这有多可靠'],
];

/** Names, ids and licences, which stay as they are. */
const proper = new Set([
  // Another scenario, that this one names.
  'lecture',
  ...['creditlab', 'none', 'tiny', 'seed', 'Holm', 'Karlan', 'Zinman', 'Einav', 'Finkelstein'],
  ...['Cullen', 'Padilla', 'Pagano', 'Akerlof', 'Chiappori', 'Salanié', 'Vega', 'Source', 'Sans'],
  ...[
    'Noto',
    'Clause',
    'Hirshleifer',
    'Licences',
    'English',
    'verify',
    'figures',
    'yaml',
    'lemons',
    'Meza',
    'Webb',
  ],
]);

/** What a reader sees of a page, apart from code, licences, data, and the assumptions, which keep the words of their sources. */
function visible(page: string): string {
  return page
    .replaceAll(/<(script|style|pre|code)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<details.*?<\/details>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[a-z]+;/g, ' ');
}

describe('a report', () => {
  it('lies beside the results: page, Markdown, tables and the scenario', () => {
    expect(written.toSorted()).toEqual([
      'report.html',
      'report.md',
      'scenario/tiny.yaml',
      'tables/assumptions-appendix.tex',
      'tables/assumptions.csv',
      'tables/assumptions.tex',
      'tables/creditlab.bib',
      'tables/figures.tex',
      'tables/institutions.csv',
      'tables/institutions.tex',
      'tables/results-wide.csv',
      'tables/results.csv',
      'tables/results.tex',
    ]);
    for (const name of written) expect(existsSync(join(folder, name))).toBe(true);
  });

  it('is the same bytes when written again, and leaves nothing temporary', async () => {
    const before = written.map(read);
    await writeReport(folder, { figures: false });
    expect(written.map(read)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is the same bytes in another folder: no file holds the path as it was typed', async () => {
    const other = await storedRun();
    try {
      await writeReport(other, { figures: false });
      const all = (of: string) =>
        readdirSync(of, { recursive: true, encoding: 'utf8' })
          .filter((name) => statSync(join(of, name)).isFile())
          .toSorted();
      const files = all(folder).filter((name) => !name.startsWith('.jobs'));
      expect(all(other).filter((name) => !name.startsWith('.jobs'))).toEqual(files);
      for (const name of files) {
        const [here, there] = [folder, other].map((of) => readFileSync(join(of, name)));
        expect({ name, isSame: here.equals(there) }).toEqual({ name, isSame: true });
      }
      for (const name of all(folder)) {
        expect({ name, at: readFileSync(join(folder, name)).indexOf(basename(folder)) }).toEqual({
          name,
          at: -1,
        });
      }
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('begins with the verdict of the run', () => {
    const verdict = read('verdict.md');
    const question = /^## (.+)$/m.exec(verdict)?.[1] ?? '';
    expect(question).not.toBe('');
    for (const file of ['report.html', 'report.md']) {
      const page = read(file);
      expect(page.indexOf(question)).toBeGreaterThan(0);
      expect(page.indexOf(question)).toBeLessThan(page.search(/<h2 id="h-figures"|^## Figures$/m));
    }
  });

  it('shows in Markdown what titles and labels say, and makes no markup of it', async () => {
    const evil = '[x](http://a.example) ![y](http://a.example/p.png) <img src=z> `c` **b**';
    const tiny = await loadScenario('tiny', {
      institutions: ['none', 'government-led', 'full-sharing'],
    });
    const other = await storedRun({
      ...{ title: evil, question: `# ${evil}\n\n## no heading`, source: evil },
      institutions: tiny.institutions.map((one) => ({ ...one, label: `${one.id} ${evil}` })),
    });
    try {
      await writeReport(other, { figures: false });
      for (const name of ['report.md', 'verdict.md']) {
        const page = readFileSync(join(other, name), 'utf8');
        expect(page).toContain('\\[x\\]');
        // Not one of these is left that no backslash stands before.
        expect(/(?<!\\)[[`]|\*\*b|<img|:\/\/|^## no heading|^# #/m.exec(page)).toBe(null);
      }
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('stays under 5 MB and reaches for nothing outside itself', () => {
    const page = read('report.html');
    expect(page.length).toBeLessThan(5e6);
    const markup = page.replaceAll(/<script>.*?<\/script>/gs, '');
    expect(/(?:src|href)="(?:https?:)?\/\//.test(markup)).toBe(false);
    expect(markup.includes('default-src &#39;none&#39;')).toBe(true);
    expect(markup.includes('unsafe-')).toBe(false);
  });

  it('allows by its policy its own scripts and its style sheet, by their hashes, and nothing else', () => {
    const page = read('report.html');
    const [, given = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const policy = new Map(
      given
        .replaceAll('&#39;', "'")
        .split('; ')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    );
    const hashesOf = (tag: string) =>
      Array.from(page.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs')), ([, text = '']) => {
        return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
      });
    expect(hashesOf('script').length).toBe(3);
    expect(hashesOf('style').length).toBe(1);
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': ["'none'"],
      'script-src': hashesOf('script'),
      'style-src': hashesOf('style'),
      'img-src': ['data:'],
      'font-src': ['data:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
    const markup = page.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '');
    expect(/\s(?:style|on\w+)=/.exec(markup)).toBe(null);
  });

  it('lists every number that went in, and counts them', async () => {
    const run = await readRun(folder);
    const lines = read('tables/assumptions.csv').trim().split('\n');
    const count = /(\d+) numbers: /.exec(read('report.html'))?.[1];
    expect(Number(count)).toBe(lines.length - 1);
    const perLender = 4 * run.scenario.lenders.length;
    expect(lines.filter((line) => line.startsWith('lender: '))).toHaveLength(perLender);
    expect(lines.some((line) => line.includes('size,elasticity,0.7,'))).toBe(true);
  });

  it('holds a scenario that reads back as the one that was run', async () => {
    const { scenario } = await readRun(folder);
    const again = await loadScenario(join(folder, 'scenario/tiny.yaml'));
    expect({ ...again, institutions: [] }).toEqual({ ...scenario, institutions: [] });
    expect(again.institutions.map(({ id }) => id)).toEqual(
      scenario.institutions.map(({ id }) => id),
    );
  });

  it('takes in the experiments of its folder with seed and hash of their own, but none of another economy', async () => {
    const other = await storedRun();
    try {
      const manifest = readFileSync(join(other, 'manifest.json'), 'utf8');
      expect(manifest).toContain('"cap": 0.36');
      mkdirSync(join(other, 'experiments'));
      const numbers = 'institution,value\nnone,1\n';
      const hash = createHash('sha256').update(numbers).digest('hex');
      const write = (id: string, text: string) => {
        writeFileSync(join(other, `experiments/${id}-manifest.json`), text);
        writeFileSync(join(other, `experiments/${id}.csv`), numbers);
      };
      const ofExperiment = (id: string) =>
        manifest
          .replace(/"seed": "[^"]*"/, '"seed": "lottery"')
          .replace(
            '"files": [',
            `"files": [{"name": "${id}.csv", "bytes": ${numbers.length}, "sha256": "${hash}"},`,
          );
      write('roc', ofExperiment('roc').replace('"borrowers": ', '"borrowers": 1'));
      write('score-bands', ofExperiment('score-bands').replace('"cap": 0.36', '"cap": 0.5'));
      const run = await readRun(other);
      const { tables, experiments } = run.inputs;
      expect(tables['roc']).toEqual([{ institution: 'none', value: 1 }]);
      expect(experiments).toEqual({ roc: { seed: 'lottery', replicates: 2 } });
      expect(Object.keys(tables)).not.toContain('score-bands');
      const origins = charts.map((chart) => new Map(sourceOf(chart, run).origin));
      const of = (id: string) => origins[charts.findIndex((chart) => chart.id === id)];
      expect(of('roc-calibration')?.get('Seed')).toBe('lottery');
      expect(of('roc-calibration')?.get('Results SHA-256')).toBe(hash);
      expect(of('default-split')?.get('Seed')).toBe(run.scenario.seed);
      expect(of('default-split')?.get('Results SHA-256')).toBe(run.resultsHash);
      expect(of('paper-figure-1')?.get('Source')).toContain('Aoqi Xu');
      expect(of('paper-figure-1')?.has('Seed')).toBe(false);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('speaks Chinese where asked, under names of its own, and each page names the other', async () => {
    const other = await storedRun();
    const found = (name: string) => readFileSync(join(other, name), 'utf8');
    try {
      await writeReport(other, { figures: false, language: 'zh' });
      expect(existsSync(join(other, 'report.html'))).toBe(false);
      for (const part of [
        '<html lang="zh-Hans">',
        '政府主导',
        'font-family:"Noto Sans SC"',
        '批准率 %',
        '95% 置信区间的一半',
        '政府或中央银行',
        '个数值：',
        '本项目的模型设定',
      ])
        expect(found('report.zh.html').includes(part), part).toBe(true);
      expect(found('tables/institutions.zh.tex')).toContain('运作机制');
      expect(found('report.zh.html')).not.toContain('href="report.html"');
      await writeReport(other, { figures: false });
      expect(found('report.zh.html')).toContain('href="report.html"');
      expect(found('report.html')).toContain('href="report.zh.html"');
      for (const name of ['report.zh.html', 'report.zh.md', 'verdict.zh.md'])
        for (const word of rejected) expect(found(name), `${name}: ${word}`).not.toContain(word);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('writes no stray English in Chinese: names, ids, sources and licences alone', async () => {
    const other = await storedRun();
    try {
      await writeReport(other, { figures: false, language: 'zh' });
      const texts = [
        ...['report.zh.md', 'verdict.zh.md'].map((name) => readFileSync(join(other, name), 'utf8')),
        visible(readFileSync(join(other, 'report.zh.html'), 'utf8')),
      ];
      const strays = texts.flatMap((text) =>
        // A command's flags and their values stay as they are typed.
        [
          ...text
            .replaceAll(/--[a-z-]+ \S+/g, '')
            .matchAll(/(?<![\w./-])[A-Za-z][a-z]{3,}(?![\w./-])/g),
        ]
          .map(([word]) => word)
          .filter((word) => !proper.has(word)),
      );
      expect([...new Set(strays)]).toEqual([]);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('cannot be made of a folder without a run, and says what to do', async () => {
    await expect(writeReport(join(folder, 'tables'), { figures: false })).rejects.toThrow(
      UserError,
    );
  });
});

describe('tables for LaTeX', () => {
  it('have as many columns in every line as their head declares', () => {
    for (const [name, columns] of [
      ['results', 8],
      ['institutions', 7],
      ['assumptions', 6],
    ] as const) {
      const tex = read(`tables/${name}.tex`);
      expect(tex).toContain(`\\label{tab:creditlab-tiny-${name}}`);
      const lines = tex.split('\n').filter((line) => / \\\\(\[2pt\])?$/.test(line));
      expect(lines.length).toBeGreaterThan(3);
      for (const line of lines) {
        const spans = [...line.matchAll(/\\multicolumn\{(\d+)\}/g)].map(
          ([, wide]) => Number(wide) - 1,
        );
        const cells = line.split(/(?<!\\)&/).length + spans.reduce((sum, wide) => sum + wide, 0);
        expect(cells, line).toBe(columns);
      }
    }
  });

  it('put each estimate over half of its interval, its mark without room of its own', () => {
    const table = { id: 'x', title: 'X', notes: [], data: [] };
    const columns = [
      { head: 'institution', numeric: false },
      { head: 'taken up', unit: '%', numeric: true },
      { head: 'default', unit: '%', numeric: true },
    ];
    const rows = [
      ['Association-led (Japan)', '42.2 ± 16.6≈', '8.1 ± 0.2'],
      ['None', '−1.0', 'no loans'],
    ];
    const lines = latexTable({ ...table, columns, rows }, 'me').split('\n');
    expect(lines).toContain('   & \\multicolumn{2}{c}{(\\%)} \\\\');
    expect(lines).toContain('  Association-led & 42.2\\rlap{\\,\\tiny$\\approx$} & 8.1 \\\\');
    expect(lines).toContain('  (Japan) & $\\pm$16.6 & $\\pm$0.2 \\\\[2pt]');
    expect(lines).toContain('  None & $-$1.0 & no loans \\\\');
  });

  it('align numbers at their points where siunitx is asked for, words in braces', () => {
    const table = { id: 'x', title: 'X', notes: [], data: [] };
    const columns = [
      { head: 'institution', numeric: false },
      { head: 'default', unit: '%', numeric: true },
      { head: 'hazard', unit: '%', numeric: true },
    ];
    const rows = [
      ['Aland', '−42.2 ± 16.6≈', '2.5 – 5.0'],
      ['None', 'no loans', 'no loans'],
    ];
    const lines = latexTable({ ...table, columns, rows }, 'me', { siunitx: true }).split('\n');
    expect(lines[0]).toContain('longtable,siunitx}');
    expect(lines).toContain('\\begin{tabular}{@{}lS[table-format=-2.1]S[table-format=1.1]@{}}');
    expect(lines).toContain('  Aland & -42.2{\\rlap{\\,\\tiny$\\approx$}} & {2.5 – 5.0} \\\\');
    expect(lines).toContain('   & {$\\pm$16.6} &  \\\\[2pt]');
    expect(lines).toContain('  None & {no loans} & {no loans} \\\\');
  });

  it('compile, and fit the text of an article (with pdfLaTeX, where it is installed)', () => {
    const packages = '\\usepackage[T1]{fontenc}\\usepackage{array,booktabs,longtable}';
    const inputs = ['results', 'institutions', 'assumptions', 'assumptions-appendix'].map(
      (name) => `\\input{tables/${name}}`,
    );
    const text = `\\documentclass{article}${packages}\\begin{document}${inputs.join('\n')}\\end{document}`;
    writeFileSync(join(folder, 'paper.tex'), text);
    const words = ['-interaction=nonstopmode', 'paper.tex'];
    const { error, stdout } = spawnSync('pdflatex', words, { cwd: folder, encoding: 'utf8' });
    if (error !== undefined) return;
    expect(stdout).not.toMatch(/^!/m);
    const over = [...stdout.matchAll(/Overfull \\hbox \(([\d.]+)pt/g)].map(([, points]) =>
      Number(points),
    );
    expect(Math.max(0, ...over)).toBeLessThan(3);
  });

  it('turn no text into a command', () => {
    expect(escapeLatex('50% & $5_x^2 {a} #1 ~ \\input')).toBe(
      '50\\% \\& \\$5\\_x\\textasciicircum{}2 \\{a\\} \\#1 \\textasciitilde{} \\textbackslash{}input',
    );
    expect(escapeLatex('0.12 ± 0.03')).toBe('0.12 $\\pm$ 0.03');
  });
});

describe('in Chinese', () => {
  it('every fact of every institution of ours is there', () => {
    for (const { facts } of Object.values(institutions))
      for (const fact of Object.values(facts))
        expect(chineseFact(fact), `src/report/chinese/facts.ts lacks “${fact}”`).toMatch(
          /\p{Script=Han}/u,
        );
  });

  it('every number of ours has its meaning, unit and source; names and titles stay', () => {
    const tables = [
      ...Object.values(economyParameters),
      lenderParameters,
      ...Object.values(institutions).map(({ parameters }) => parameters),
    ];
    for (const own of tables.flatMap((table) => Object.values(table))) {
      const { about, unit, source } = chinesePassport(own);
      const told = { meanings: about, units: unit, sources: source };
      for (const [file, text] of Object.entries(told))
        expect(text, `src/report/chinese/${file}.ts lacks “${text}”`).toMatch(/\p{Script=Han}/u);
    }
  });

  it('the facts of other institutions stay in their own words', () => {
    expect(chineseFact('Ruritania')).toBe('Ruritania');
    expect(chineseFact('constructor')).toBe('constructor');
  });
});

describe('text in the page', () => {
  const evil = `</script><img src=x onerror="alert('1')">`;

  it('is escaped in markup', () => {
    expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
      `<p title="${escapeHtml(evil)}">${escapeHtml(evil)}</p>`,
    );
    expect(escapeHtml(evil)).not.toMatch(/[<>"']/);
  });

  it('cannot end the script element that it is data of', () => {
    const json = jsonForScript({ evil }).text;
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ evil });
  });

  it('is quoted where a shell would read it', () => {
    expect(quoted('output/baseline')).toBe('output/baseline');
    expect(quoted("it's; rm -rf ~")).toBe(`'it'\\''s; rm -rf ~'`);
  });
});

describe('scripts of the page', () => {
  it('are Vega, an interpreter in place of eval, and the page’s own, none of which can end its element', () => {
    const [vega = '', interpreter = '', own = ''] = scripts().map(({ text }) => text);
    expect(vega.includes('vega={}')).toBe(true);
    expect(interpreter).toMatch(/^const expressionInterpreter = /);
    expect(interpreter).not.toMatch(/^(?:import|export)\b/m);
    expect(own).toContain('expressionInterpreter');
    for (const script of [vega, interpreter, own]) expect(script.includes('</script')).toBe(false);
  });
});
