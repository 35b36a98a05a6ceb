// What a report becomes in other programs: LaTeX with array, booktabs and longtable alone, two scenarios in one document;
// pandoc of report.md; LibreOffice of report.docx. Under CI as root what is missing is installed; elsewhere it is skipped aloud.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ci = process.env.CI === 'true';
const has = (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const packages = {
  pdflatex: ['texlive-latex-base', 'texlive-latex-recommended'],
  pandoc: ['pandoc'],
  soffice: ['libreoffice-writer-nogui'],
};
const missing = Object.keys(packages).filter((tool) => !has(tool));
if (missing.length > 0 && ci && process.getuid?.() === 0) {
  const aptGet = (...words) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...words], { stdio: 'ignore' });
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...missing.flatMap((tool) => packages[tool]));
}

let passed = 0;
let failed = 0;
const folder = mkdtempSync(join(tmpdir(), 'creditlab-word-'));
const run = (tool, ...words) =>
  spawnSync(tool, words, { cwd: folder, encoding: 'utf8', timeout: 200_000 });
const creditlab = (...words) =>
  execFileSync('node_modules/.bin/tsx', ['src/cli.ts', ...words], { stdio: 'ignore' });

/** One check with a tool; where the tool is missing it fails in CI and is skipped aloud elsewhere. */
function check(tool, name, made) {
  if (!has(tool)) {
    if (ci) failed++;
    console.log(`${ci ? 'FAILED' : '*** SKIPPED:'} ${name}: no ${tool}`);
    return;
  }
  const problem = made();
  if (problem === undefined) passed++;
  else failed++;
  console.log(
    `${problem === undefined ? 'ok    ' : 'FAILED'} ${name}${problem ? `: ${problem}` : ''}`,
  );
}

try {
  const small = ['--borrowers', '300', '--quarters', '12', '--burn-in', '4', '--replicates', '2'];
  for (const [id, institutions] of [
    ['tiny', 'none,government-led,full-sharing'],
    ['one-shot', 'none,full-sharing'],
  ]) {
    const out = join(folder, id);
    creditlab('run', id, ...small, '--institutions', institutions, '--no-report', '--out', out);
    creditlab('report', out, '--docx');
  }
  creditlab('figures', join(folder, 'tiny'), '--formats', 'png');
  creditlab('report', join(folder, 'tiny'), '--docx');
  check('pdflatex', 'tables of two scenarios in one document', () => {
    const tables = ['results', 'institutions', 'assumptions', 'assumptions-appendix'];
    const inputs = ['tiny', 'one-shot'].flatMap((id) =>
      tables.map((table) => `\\input{${id}/tables/${table}.tex}`),
    );
    writeFileSync(
      join(folder, 'both.tex'),
      [
        '\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{array,booktabs,longtable}',
        '\\begin{document}\\appendix',
        ...inputs,
        '\\end{document}',
      ].join('\n'),
    );
    const { stdout } = run('pdflatex', '-interaction=nonstopmode', 'both.tex');
    const wrong = /^!.*$|multiply defined/m.exec(stdout);
    return wrong?.[0] ?? (existsSync(join(folder, 'both.pdf')) ? undefined : 'no PDF');
  });
  const siunitx = spawnSync('kpsewhich', ['siunitx.sty'], { encoding: 'utf8' }).stdout?.trim();
  if (!siunitx) console.log('*** SKIPPED: columns of siunitx: the package is not installed');
  else
    check('pdflatex', 'columns of siunitx', () => {
      creditlab('report', join(folder, 'tiny'), '--siunitx');
      writeFileSync(
        join(folder, 'aligned.tex'),
        [
          '\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{array,booktabs,longtable,siunitx}',
          '\\begin{document}\\input{tiny/tables/results.tex}\\end{document}',
        ].join('\n'),
      );
      const { stdout } = run('pdflatex', '-interaction=nonstopmode', 'aligned.tex');
      return /^!.*$/m.exec(stdout)?.[0];
    });
  check('pandoc', 'report.md with its pictures', () => {
    const { stderr } = run(
      ...['pandoc', 'tiny/report.md', '--resource-path=tiny', '-t', 'html', '-o', 'report.html'],
    );
    if (/could not find|not fetch/i.test(stderr)) return stderr.split('\n')[0];
    const html = execFileSync('cat', [join(folder, 'report.html')], { encoding: 'utf8' });
    return /<figure>[\s\S]*<figcaption/.test(html) ? undefined : 'no figure with a caption';
  });
  check('soffice', 'report.docx as PDF', () => {
    run('soffice', '--headless', '--convert-to', 'pdf', '--outdir', folder, 'tiny/report.docx');
    return readdirSync(folder).includes('report.pdf') ? undefined : 'no PDF';
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
