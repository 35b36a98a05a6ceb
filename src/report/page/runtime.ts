import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programFolder } from '../../program-folder.ts';
import { Html } from './html.ts';

/**
 * The scripts of a report as texts, in order: Vega, its interpreter (which needs no `eval`, so that a strict
 * content-security policy holds) and the page's own.
 */
export function scripts(): readonly Html[] {
  return [
    beside('vega', 'vega.min.js'),
    classic(beside('vega-interpreter', 'vega-interpreter.js')),
    asset('page.js'),
  ].map((text) => new Html(withoutSourceMap(text).replaceAll('</script', '<\\/script')));
}

/**
 * The style sheet of a report.
 *
 * @param fonts rules that bring the fonts
 */
export function styleSheet(fonts: string): Html {
  return new Html(fonts + asset('page.css'));
}

function asset(name: string): string {
  return readFileSync(new URL(`assets/report/${name}`, programFolder), 'utf8');
}

/** A file that lies beside a package's entry. */
function beside(name: string, file: string): string {
  return readFileSync(fileURLToPath(new URL(file, import.meta.resolve(name))), 'utf8');
}

function withoutSourceMap(script: string): string {
  return script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
}

/**
 * The interpreter comes as a module that takes three things from vega-util, all of which Vega has; here as a
 * plain script that leaves `expressionInterpreter` behind.
 */
function classic(module: string): string {
  const taken = /^import \{ ([^}]+) \} from 'vega-util';/.exec(module);
  const given = /export \{ expression as expressionInterpreter \};/.exec(module);
  if (!taken || !given) throw new Error('vega-interpreter is not built as this version expects');
  const body = module.slice(taken[0].length).replace(given[0], 'return expression;');
  return `const expressionInterpreter = (() => {\nconst { ${taken[1]} } = vega;\n${withoutSourceMap(body)}\n})();\n`;
}
