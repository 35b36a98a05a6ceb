import type { Language, Words } from '../language.ts';
import type { Drawing } from './chart.ts';

/**
 * What a picture or table is, so that nobody takes simulated numbers for facts about a country: told in its foot, which
 * nothing switches off.
 */
export type Stamp =
  | {
      readonly kind: 'simulated';
      /** `creditlab 0.2.0` */
      readonly program: string;
      /** Id of the scenario. */
      readonly scenario: string;
      readonly replicates: number;
      /** What the economy is calibrated to, or that the scenario leaves the calibrated one. */
      readonly economy: Words;
      /** Points of a design; told where there is more than one. */
      readonly points?: number;
      /** Intervals of another kind than those of means over replicates, or none. */
      readonly intervals?: Words | 'none';
    }
  /** Follows from the rules of the institutions; nothing was simulated. */
  | { readonly kind: 'rules'; readonly program: string; readonly scenario: string }
  /** Published marks beside simulated ones. */
  | { readonly kind: 'evidence'; readonly program: string; readonly replicates: number }
  /** Of the paper that the project starts from. */
  | { readonly kind: 'paper'; readonly program: string; readonly derived: boolean }
  /** Points of a score, computed from a file of behaviours that somebody gave. */
  | { readonly kind: 'score'; readonly program: string };

const words = {
  en: {
    simulation: 'Simulation, not data',
    replicates: (n: number) => (n === 1 ? '1 replicate' : `${n} replicates`),
    points: (n: number) => `${n.toLocaleString('en')} points`,
    intervals: '95% intervals',
    none: 'no intervals',
    rules: 'Rules of the simulated institutions, not data',
    evidence: 'Grey bands: published. Points and whiskers: simulation, not data',
    printed: 'Printed in Xu, Guo & Li',
    derived: 'Derived from Xu, Guo & Li',
    score: 'Points of a score model, not a score that anybody holds',
  },
  zh: {
    simulation: '模拟结果，并非真实数据',
    replicates: (n: number) => `${n} 次重复`,
    points: (n: number) => `${n.toLocaleString('en')} 个点`,
    intervals: '95% 置信区间',
    none: '无置信区间',
    rules: '由模拟的征信模式的规则得出，并非真实数据',
    evidence: '灰条为已发表的数值；点与须为模拟结果，并非真实数据',
    printed: '原载 Xu、Guo、Li 的论文',
    derived: '据 Xu、Guo、Li 的论文推算',
    score: '评分模型的分值，并非任何人的真实评分',
  },
} as const;

/** The foot of a drawing: the run's, with what the drawing says of its own numbers. */
export function stampFor({ behind }: Pick<Drawing, 'behind'>, stamp: Stamp): Stamp {
  return stamp.kind === 'simulated' ? { ...stamp, ...behind } : stamp;
}

/** The foot as one line, its parts between dots. */
export function footLine(stamp: Stamp, language: Language): string {
  const say = words[language];
  const { program } = stamp;
  if (stamp.kind === 'simulated') {
    const { scenario, replicates, economy, points = 1 } = stamp;
    // One replicate gives no interval of a mean; one over points of a design is there all the same.
    const usual = replicates > 1 ? { en: words.en.intervals, zh: words.zh.intervals } : 'none';
    const intervals = stamp.intervals ?? usual;
    return [
      ...[say.simulation, program, scenario],
      ...(points > 1 ? [say.points(points)] : []),
      say.replicates(replicates),
      intervals === 'none' ? say.none : intervals[language],
      economy[language],
    ].join(' · ');
  }
  if (stamp.kind === 'rules') return [say.rules, program, stamp.scenario].join(' · ');
  if (stamp.kind === 'evidence')
    return [say.evidence, program, say.replicates(stamp.replicates)].join(' · ');
  const what = stamp.kind === 'score' ? say.score : stamp.derived ? say.derived : say.printed;
  return [what, program].join(' · ');
}
