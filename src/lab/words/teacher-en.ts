import type { LabWords } from './words.ts';

export const teacherEn: LabWords['teacher'] = {
  title: 'For teachers',
  intro:
    'Ten minutes a lesson, no installation. Everybody with the same seed sees the same town. Copy as many links as you have students, and each sees another town: the class is a sampling distribution.',
  links: 'Link for the class',
  seed: 'Seed',
  disk: 'This file lies on your disk, and its links open only here. Put it on the course page first, or hand it out: where a lesson begins, students type the number of their own town.',
  students: 'Links, a seed each',
  hide: 'Hide',
  hideParts: { lens: 'the lens', sandbox: 'the sandbox', dial: 'the dial' },
  codes: 'Codes of your students, one a line',
  codesHelp: 'Each student ends a lesson with a short code. Paste them here.',
  bets: 'Bets',
  none: 'No code yet.',
  unread: (lines) => `Not read: ${lines}`,
  spread: (count, low, middle, high) =>
    `${count} results: from ${low} to ${high}, middle ${middle} (B − A, in points).`,
  result: 'B − A, points',
  codesRead: 'students',
  print: 'Print this sheet',
  plans: 'Plans and answers',
  chapters: 'Chapters',
  right: 'What the town shows',
  plan: {
    '1': [
      'Aim: see adverse selection, not hear of it.',
      'Minutes: game 3, bet 1, run 2, dial 2, talk 2.',
      'Often said: “Dear credit scares off the risky.” Ask who expects to pay all of it back.',
    ],
    '2': [
      'Aim: moral hazard is what people do, not who they are.',
      'Minutes: game 2, bet 1, run 2, dial 3, talk 2.',
      'Often said: “Files find the bad people.” In secret they do, and refusals hardly move.',
    ],
    '3': [
      'Aim: a correlation tells no cause; a lottery does.',
      'Minutes: game 3, bet 1, run 3, talk 3.',
      'Often said: “The dear street has bad people.” Perhaps; the price may have made them stop.',
    ],
    '4': [
      'Aim: memory has winners and losers.',
      'Minutes: game 2, bet 1, run 2, dial 3, talk 2.',
      'Often said: “More information is always better.” Ask the riskiest third.',
    ],
    '5': [
      'Aim: to predict is not to discipline.',
      'Minutes: game 3, bet 1, run 2, dial 2, talk 2.',
      'Often said: “A good score replaces a file.” It sees; it does not remember.',
    ],
  },
};
