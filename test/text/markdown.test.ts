import { describe, expect, it } from 'vitest';
import { plainMarkdown, plainParagraph } from '../../src/text/markdown.ts';

describe('plainMarkdown', () => {
  it.each([
    ['[here](https://a.example)', '\\[here\\](https:\\//a.example)'],
    ['![x](http://a.example/p.png)', '!\\[x\\](http:\\//a.example/p.png)'],
    ['<img src=x onerror=y>', '&lt;img src=x onerror=y>'],
    ['&lt;b&gt; & co', '&amp;lt;b&amp;gt; & co'],
    ['**bold** and _thin_', '\\*\\*bold\\*\\* and \\_thin\\_'],
    ['`code` ~~gone~~ $x$', '\\`code\\` \\~\\~gone\\~~ \\$x$'],
    ['a\n\n# Heading', 'a # Heading'],
    ['\\[x\\]', '\\\\\\[x\\\\\\]'],
    ['www.a.example', 'www\\.a.example'],
  ])('%j shows as it is', (text, written) => {
    expect(plainMarkdown(text)).toBe(written);
  });

  it.each(['Full sharing *', 'a_b', 'half & half', '0.5 – 0.7 (95%)', '5 ± 2, ~ 3', '全部共享'])(
    '%j stays',
    (text) => {
      expect(plainMarkdown(text)).toBe(text);
    },
  );
});

describe('plainParagraph', () => {
  it.each(['# no heading', '> no quote', '- no list', '+ x', '* x', '=== ', '| a | b |', '~~~'])(
    '%j begins no block',
    (text) => {
      expect(plainParagraph(text)).toMatch(/^\\/);
    },
  );

  it('numbers no list, and keeps numbers', () => {
    expect(plainParagraph('1. first')).toBe('1\\. first');
    expect(plainParagraph('1.5 of them')).toBe('1.5 of them');
  });
});
