import { sha256 } from '../../folder/index.ts';
import { programVersion } from '../../folder/manifest.ts';
import type { Figure, FigureOptions } from '../result/figure.ts';
import { lookOf } from '../result/figure.ts';
import type { Made, Result } from '../result/result.ts';

/** A figure that can be drawn here. */
export interface DrawableFigure extends Figure {
  /** The SVG that the command line writes for the same numbers and look, its fonts inside. */
  readonly svg: () => Promise<string>;
}

/** A result whose figures can be drawn. */
export interface NodeResult extends Result {
  readonly figure: (id: string, options?: FigureOptions) => DrawableFigure;
}

export function drawable({ result, inputs }: Made): NodeResult {
  return {
    ...result,
    figure: (id, options = {}) => {
      const figure = result.figure(id, options);
      return { ...figure, svg: () => svgOf(id, options, { result, inputs }) };
    },
  };
}

async function svgOf(
  id: string,
  options: FigureOptions,
  { result, inputs }: Pick<Made, 'result' | 'inputs'>,
): Promise<string> {
  const { figureFiles } = await import('../../figures/figure.ts');
  const { gallery, sourceOf } = await import('../../report/figures.ts');
  const [{ chart, drawing }] = gallery({ inputs }, [id]).drawn;
  const { language = 'en' } = options;
  const manifest = { creditlab: programVersion() };
  const resultsHash = sha256(result.csv());
  const about = sourceOf(chart, { inputs, manifest, experiments: [], resultsHash });
  const style = { look: lookOf(options), language, formats: ['svg'] as const };
  const files = await figureFiles(id, drawing, style, about);
  return String(files.get(`${id}.svg`));
}
