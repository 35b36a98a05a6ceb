import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/lab/lessons/lessons.ts';
import { dials } from '../../src/lab/model/dials.ts';
import { encores } from '../../src/lab/lessons/encores.ts';
import { nine } from '../../src/lab/hand/behaviours.ts';
import { encoreIds } from '../../src/lab/model/lesson-id.ts';
import { labWords } from '../../src/lab/words/all.ts';
import type { LessonWords } from '../../src/lab/words/words.ts';
import { languages } from '../../src/language.ts';

const words = (text: string) =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** All texts of a lesson that a student may read; of what depends on the bet, the longest. */
function textsOf(lesson: LessonWords, done: readonly string[]): string[] {
  const { name, question, hand, bet, after, guess = '', dial, end } = lesson;
  const longest = (of: readonly string[]) => of.toSorted((a, b) => words(b) - words(a))[0];
  const stops = Object.values(dial.stops).flatMap((stop) => [stop.name, stop.text]);
  return [
    ...[name, question, hand, longest(done), bet.ask, ...bet.options, longest(after), guess],
    ...[dial.text, ...stops, end.ask, end.answer],
  ];
}

describe('the words of the lab', () => {
  const english = lessons.map(({ id, hand }) => {
    const done: readonly string[] = Object.values(labWords.en.hands[hand].done);
    const lesson = labWords.en.lessons[id];
    return { after: lesson.after, done, texts: textsOf(lesson, done) };
  });

  it('are few: a step at most 45, a lesson 300, all lessons 1,500', () => {
    const counts = english.map(({ texts }) => texts.reduce((sum, text) => sum + words(text), 0));
    for (const { texts, after, done } of english) {
      for (const text of [...texts, ...after, ...done])
        expect(words(text), text).toBeLessThanOrEqual(45);
    }
    for (const count of counts) expect(count).toBeLessThanOrEqual(300);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1500);
    expect(words(labWords.en.cover.line)).toBeLessThanOrEqual(25);
  });

  it('stand in short sentences: none over 20 words', () => {
    const all = english.flatMap(({ texts, after, done }) => [...texts, ...after, ...done]);
    const sentences = all.flatMap((text) => text.split(/[.?!:;](?:\s|$)/));
    expect(sentences.filter((sentence) => words(sentence) > 20)).toEqual([]);
  });

  it.each(languages)('explain every term, bet, stop, sign and dial in %s', (language) => {
    const { lessons: told, bench } = labWords[language];
    for (const { id, stops } of lessons) {
      const lesson = told[id];
      const ids = stops.map((stop) => stop.id);
      expect(Object.keys(lesson.dial.stops).toSorted()).toEqual(ids.toSorted());
      expect(Object.keys(lesson.signs).toSorted()).toEqual([...ids, 'run'].toSorted());
      expect(lesson.after).toHaveLength(lesson.bet.options.length);
    }
    expect(Object.keys(bench.dials).toSorted()).toEqual(dials.map(({ key }) => key).toSorted());
  });

  it.each(languages)('have a hover for every term, and no hover for nothing, in %s', (language) => {
    const { lessons: told, encore, hands, terms, facts, aboutFacts } = labWords[language];
    const named = new Set(
      [...JSON.stringify([told, encore, hands]).matchAll(/\[([^\]"[]+)\]/g)].map(
        ([, term]) => term,
      ),
    );
    expect([...named].toSorted()).toEqual(Object.keys(terms).toSorted());
    expect(Object.keys(aboutFacts)).toEqual(Object.keys(facts));
    for (const tip of [...Object.values(terms), ...Object.values(aboutFacts)])
      expect(tip.length).toBeGreaterThan(8);
  });

  it('of an encore are as short', () => {
    for (const { name, ask, options, after, stops } of Object.values(labWords.en.encore.of)) {
      const texts = [name, ask, ...options, after, ...Object.values(stops).map(({ text }) => text)];
      for (const text of texts) expect(words(text), text).toBeLessThanOrEqual(45);
      const sentences = texts.flatMap((text) => text.split(/[.?!:;](?:\s|$)/));
      expect(sentences.filter((sentence) => words(sentence) > 20)).toEqual([]);
    }
  });

  it.each(languages)(
    'name every stop of every encore, and the nine behaviours, in %s',
    (language) => {
      const { encore, hands } = labWords[language];
      expect(Object.keys(encore.of)).toEqual([...encoreIds]);
      for (const { id, stops, right } of encores) {
        expect(Object.keys(encore.of[id].stops)).toEqual(stops.map((stop) => stop.id));
        expect(encore.of[id].options[right]).toBeDefined();
      }
      expect(Object.keys(hands.rating.behaviours)).toEqual(nine.map(({ id }) => id));
    },
  );

  it('have a right bet for every lesson', () => {
    for (const { id, right } of lessons)
      expect(labWords.en.lessons[id].bet.options[right]).toBeDefined();
  });
});
