import { useEffect, useRef } from 'preact/hooks';
import { draw } from '../charts/draw.ts';
import type { ChartId } from '../charts/drawing.ts';

/** A chart as wide as there is room for it. */
export function Chart(props: {
  readonly chart: ChartId;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly label: string;
  readonly words: Readonly<Record<string, string | number>>;
}) {
  const { chart, rows, label } = props;
  const words = { ...props.words, label };
  const place = useRef<HTMLDivElement>(null);
  const key = JSON.stringify([chart, rows, words]);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const inside = document.createElement('div');
    element.append(inside);
    const drawing = draw(inside, chart, rows, words);
    const watch = new ResizeObserver(() => drawing.resize(element.clientWidth));
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawing.end();
      inside.remove();
    };
  }, [key]);
  return <div ref={place} class="chart" role="img" aria-label={label} />;
}
