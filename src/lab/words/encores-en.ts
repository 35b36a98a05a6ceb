import type { LabWords } from './words.ts';

export const encoresEn: LabWords['encore'] = {
  title: 'Encore',
  line: 'The same people again. Something else has changed.',
  told: (isRight) => (isRight ? 'You were right.' : 'The town shows otherwise.'),
  of: {
    quotes: {
      name: 'How many lenders are asked?',
      ask: 'Open files come to town B. When does that make credit cheapest against town A?',
      options: [
        'When people ask one lender',
        'When people ask several',
        'It makes no difference how many',
      ],
      after:
        'Files tell lenders who is safe. Only rivals make them pass it on: with one lender asked, prices fall by less than a point.',
      stops: {
        one: {
          name: 'One',
          text: 'Nobody to leave for: what the files tell stays with the lender.',
          signs: ['own books, one quote', 'open files, one quote'],
        },
        two: {
          name: 'Two',
          text: 'A second quote, and most of the gain is there.',
          signs: ['own books, two quotes', 'open files, two quotes'],
        },
        six: {
          name: 'Six',
          text: 'Six quotes. Against two, files add less to discipline: a good name is worth less where all compete.',
          signs: ['own books, six quotes', 'open files, six quotes'],
        },
      },
    },
    tiers: {
      name: 'Two tiers, as in China',
      ask: 'Banks read a registry, the other lenders a bureau with a score. Neither reads the other. How does this compare with one file for all?',
      options: ['As cheap as one file', 'Cheaper than one file', 'Dearer than one file'],
      after: 'Half the files give a part of the gain. A wall between tiers keeps the rest.',
      stops: {
        'against-none': {
          name: 'Against no sharing',
          text: 'Two tiers make credit cheaper than no sharing, and fewer refuse to pay.',
          signs: ['own books', 'two tiers'],
        },
        'against-all': {
          name: 'Against one file',
          text: 'One file for all is cheaper still.',
          signs: ['two tiers', 'one file for all'],
        },
      },
    },
    standards: {
      name: 'Garbled records',
      ask: 'In town B records read wrong when they cross from one kind of lender to another. Is a garbled file worse than none?',
      options: ['Better than none', 'Worse than none', 'As good as a clear file'],
      after: 'Most of a noisy file is still true. Part of what it does is lost, not all.',
      stops: {
        tenth: {
          name: 'One in ten',
          text: 'One in ten records misread: safe people pay a little more.',
          signs: ['clear files', 'one in ten misread'],
        },
        third: {
          name: 'Three in ten',
          text: 'Three in ten: dearer, and more refuse to pay.',
          signs: ['clear files', 'three in ten misread'],
        },
        none: {
          name: 'Against none',
          text: 'Even so, cheaper than without files.',
          signs: ['own books', 'three in ten misread'],
        },
      },
    },
    shock: {
      name: 'Hard times, and a cap',
      ask: 'A cap of 24 % a year on interest comes to town B. Who is refused more often?',
      options: ['Nobody: prices only fall', 'The safest third', 'The riskiest third'],
      after:
        'A cap lowers the price of those who still get a loan. Whose price would lie above it is refused.',
      stops: {
        calm: {
          name: 'Hard times',
          text: 'A shock hits town B in quarter 33: more default, and the riskiest are refused more often.',
          signs: ['calm', 'hard times'],
        },
        cap: {
          name: 'A cap',
          text: 'Loans are cheaper, and the riskiest third is refused more often.',
          signs: ['cap of 36 %', 'cap of 24 %'],
        },
        both: {
          name: 'Both',
          text: 'In hard times the cap shuts out the riskiest as well.',
          signs: ['hard times', 'hard times, cap of 24 %'],
        },
      },
    },
    reform: {
      name: 'A reform on a date',
      ask: 'From quarter 33 on, town B’s lenders share files. Is the gain there at once?',
      options: ['Little by little', 'At once', 'Never'],
      after:
        'Files begin empty, and lenders must learn to read them. Credit is far cheaper in a town that always had files.',
      stops: {
        'at-once': {
          name: 'Empty files',
          text: 'Step through the quarters: prices part slowly after quarter 33.',
          signs: ['own books', 'files from quarter 33'],
        },
        backfilled: {
          name: 'Filled in',
          text: 'In town B two years of old records are filled in on the day. Fewer default in most towns, not in all.',
          signs: ['empty files from 33', 'filled in from 33'],
        },
        always: {
          name: 'Always',
          text: 'What files do where they have always been.',
          signs: ['own books', 'files always'],
        },
      },
    },
  },
};
