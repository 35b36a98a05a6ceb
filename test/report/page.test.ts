import { describe, expect, it } from 'vitest';
import { escapeHtml, html, jsonForScript } from '../../src/report/page/html.ts';
import { quoted } from '../../src/report/page/page-body.ts';
import { scripts } from '../../src/report/page/runtime.ts';

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
