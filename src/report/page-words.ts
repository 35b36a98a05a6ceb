import type { Language } from '../language.ts';

/** What the report says around numbers, figures and the verdict. */
export interface PageWords {
  readonly skip: string;
  readonly show: string;
  readonly noscript: string;
  readonly verdict: string;
  readonly results: string;
  readonly figures: string;
  readonly paper: string;
  readonly institutions: string;
  readonly assumptions: string;
  readonly showAssumptions: string;
  readonly question: string;
  /** At the head of every printed page. */
  readonly simulation: string;
  readonly contents: string;
  readonly glossary: string;
  readonly cite: string;
  readonly licence: string;
  readonly manyMeasures: string;
  readonly figure: (number: number) => string;
  readonly table: (number: number) => string;
  readonly otherLanguage: string;
  readonly scenario: string;
  readonly showScenario: string;
  readonly reproduce: string;
  readonly reproduceHow: readonly [string, string];
  readonly data: string;
  readonly more: (rows: number, file: string) => string;
  readonly download: string;
  readonly missing: string;
  readonly made: (program: string, hash: string) => string;
  readonly size: (
    borrowers: string,
    quarters: number,
    burnIn: number,
    replicates: number,
  ) => string;
  readonly facts: (size: string, seed: string) => string;
  /** In print, where nothing can be opened. */
  readonly liesIn: (file: string) => string;
  readonly oneReplicate: string;
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    skip: 'Skip to the verdict',
    show: 'Compare in all figures (one or two):',
    noscript:
      'The figures are drawn by a script. Without it, open the files in the folder figures.',
    verdict: 'Verdict',
    results: 'Results',
    figures: 'Figures',
    paper: 'The paper that this project starts from',
    institutions: 'The institutions',
    assumptions: 'What was assumed',
    question: 'The question',
    simulation: 'Simulation, not data',
    contents: 'Contents',
    glossary: 'Terms',
    cite: 'Cite as',
    licence:
      'Pictures and tables: CC BY 4.0. This page carries Vega (BSD-3-Clause), Source Sans 3, Noto Sans SC and Noto Sans JP (SIL OFL 1.1); their licences stand at its end.',
    manyMeasures:
      'Each question below has a measure of its own. They may name different institutions without a contradiction: who leaves the least moral hazard need not be who leaves the most welfare, since welfare also counts who gets a loan, and at what cost.',
    figure: (number) => `Figure ${number}`,
    table: (number) => `Table ${number}`,
    otherLanguage: '中文',
    showAssumptions: 'Show every number with unit, meaning and source',
    scenario: 'The scenario, every number stated',
    showScenario: 'Show the scenario',
    reproduce: 'Make it again',
    reproduceHow: [
      'Prove, in the folder of this report, that its results can be made again, byte for byte:',
      'Run the same scenario into another folder; the file states every number:',
    ],
    data: 'Show data',
    more: (rows, file) => `${rows} more rows in ${file}`,
    download: 'Download:',
    missing: 'Not drawn',
    made: (program, hash) => `Made by ${program} from results with SHA-256 ${hash}.`,
    size: (borrowers, quarters, burnIn, replicates) =>
      `${borrowers} borrowers, ${quarters} quarters (the first ${burnIn} not counted), ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`,
    facts: (size, seed) => `${size}, seed “${seed}”.`,
    liesIn: (file) => `In the file ${file} beside this report.`,
    oneReplicate:
      'One replicate only: nothing here has an interval, and no difference can be told from luck.',
  },
  zh: {
    skip: '跳到结论',
    show: '在所有图中比较（一种或两种）：',
    noscript: '图由脚本绘制。若无脚本，请打开 figures 文件夹中的文件。',
    verdict: '结论',
    results: '结果',
    figures: '图',
    paper: '本项目所依据的论文',
    institutions: '各种征信模式',
    assumptions: '假设',
    question: '问题',
    simulation: '模拟结果，并非真实数据',
    contents: '目录',
    glossary: '术语',
    cite: '引用格式',
    licence:
      '图表采用 CC BY 4.0 许可。本页内含 Vega（BSD-3-Clause）、Source Sans 3、Noto Sans SC 与 Noto Sans JP（SIL OFL 1.1），其许可文本附于页末。',
    manyMeasures:
      '以下每个问题各有其度量。不同度量可以得出不同的征信模式而并不矛盾：道德风险最低者未必福利最高，因为福利还取决于谁获得贷款、成本多高。',
    figure: (number) => `图 ${number}`,
    table: (number) => `表 ${number}`,
    otherLanguage: 'English',
    showAssumptions: '显示每个数值及其单位、含义与来源',
    scenario: '情景（写明每个数值）',
    showScenario: '显示情景',
    reproduce: '重现',
    reproduceHow: [
      '在本报告所在文件夹中，证明其结果可以逐字节重现：',
      '把同一情景运行到另一文件夹；该文件写明了每个数值：',
    ],
    data: '显示数据',
    more: (rows, file) => `其余 ${rows} 行见 ${file}`,
    download: '下载：',
    missing: '未绘制',
    made: (program, hash) => `由 ${program} 生成，结果的 SHA-256 为 ${hash}。`,
    size: (borrowers, quarters, burnIn, replicates) =>
      `${borrowers} 名借款人，${quarters} 个季度（前 ${burnIn} 个不计入），${replicates} 次重复`,
    facts: (size, seed) => `${size}，种子“${seed}”。`,
    liesIn: (file) => `见本报告旁的文件 ${file}。`,
    oneReplicate: '仅一次重复：没有置信区间，差异无法与偶然区分。',
  },
};
