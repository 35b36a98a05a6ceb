import type { LessonId } from '../model/lesson-id.ts';
import type { LessonWords } from './words.ts';

export const lessonsEn: Readonly<Record<LessonId, LessonWords>> = {
  '1': {
    name: 'Who pays for whom?',
    question: 'One price for everybody: who stays?',
    hand: 'You are the bank. Twelve people want a loan, and you cannot tell them apart. Drag the water line: one price for all. People under water leave. Try three prices: can you earn?',
    bet: {
      ask: 'Now a whole town. A tax takes seven cents of every unit lent. A year of credit costs ten to eleven points more. Who turns loans down?',
      options: ['Mostly risky people', 'Mostly safe people', 'Both alike'],
    },
    signs: {
      run: ['no tax', 'tax'],
      blind: ['tax, sees nothing', 'tax, sees nothing'],
      records: ['tax, sees nothing', 'tax, sees records'],
      types: ['tax, sees nothing', 'tax, sees everything'],
    },
    after: [
      'You bet on the risky. The town shows the reverse: safe people know they will repay all of it, so a high price hurts them most. This is [adverse selection].',
      'You were right. Safe people know they will repay all of it, so a high price hurts them most. Those who stay are riskier. This is [adverse selection].',
      'You bet on both alike. But safe people know they will repay all of it, so a high price hurts them most. This is [adverse selection].',
    ],
    dial: {
      text: 'The tax stays. Town B’s lenders now see more. Turn the dial: do the safe come back?',
      stops: {
        blind: { name: 'Nothing', text: 'Both lend blind: two equal towns.' },
        records: {
          name: 'Records',
          text: 'Records tell some of the safe from some of the risky. Safe people pay less.',
        },
        types: {
          name: 'Everything',
          text: 'Each pays for its own risk. The safe return, and nobody pays for anybody else.',
        },
      },
    },
    end: {
      ask: 'What would happen to a bank that raised its price until losses were covered?',
      answer:
        'Its safest customers would leave, losses would rise, and it would raise the price again. In the worst case the market unravels.',
    },
  },
  '2': {
    name: 'Nobody is watching',
    question: 'You could keep the money. Do you?',
    hand: 'You are the borrower. The purse is in your hand and the instalment is due. Drag it to the lender, or keep it. Play once unseen, once seen.',
    bet: {
      ask: 'In town B lenders begin to share files, but tell nobody. Will fewer people refuse to pay?',
      options: ['Hardly any change', 'Far fewer', 'More'],
    },
    signs: {
      run: ['own books', 'secret files'],
      own: ['own books', 'own books'],
      secret: ['own books', 'secret files'],
      open: ['own books', 'open files'],
    },
    after: [
      'You were right. A file works as a threat only if people know of it. In secret it mainly shuts out those with a bad record.',
      'You bet on far fewer. But a file works as a threat only if people know of it. In secret it mainly shuts out those with a bad record.',
      'You bet on more. Refusals hardly move: nobody knows of the files. They only change the list of those who get a loan.',
    ],
    dial: {
      text: 'Turn the dial in town B. Watch the people who could pay and do not: that is [moral hazard].',
      stops: {
        own: { name: 'Own books', text: 'Each lender knows only its own loans: two equal towns.' },
        secret: {
          name: 'Secret',
          text: 'Files are shared in secret. Fewer loans, hardly fewer refusals.',
        },
        open: {
          name: 'Open',
          text: 'Everybody knows. A good name is now worth keeping, and far fewer refuse to pay.',
        },
      },
    },
    end: {
      ask: 'Is a borrower who repays under open files a better person than before?',
      answer:
        'The same person, with more to lose. Files stand in for conscience; they do not make one.',
    },
  },
  '3': {
    name: 'Who they are or what they do?',
    question: 'Two streets, two default rates. Why?',
    hand: 'Elm Street pays dear credit and defaults often. Oak Street pays little and defaults rarely. Guess the cause. Then draw lots for prices.',
    bet: {
      ask: 'Everybody gets two letters: one draws the rate offered, one the rate finally charged. Which effect is larger?',
      options: [
        'The offer: it changes who comes',
        'The charge: it changes what they do',
        'About the same',
      ],
    },
    signs: {
      run: ['own books', 'shared files'],
      none: ['own books', 'shared files'],
      types: ['own books', 'types shown'],
    },
    after: [
      'You bet on who comes. In this town behaviour is several times larger. The rate charged changes what the same people do.',
      'You were right, in this town. The rate charged changes what the same people do; the offer hardly changes who comes.',
      'You bet on the same. In this town behaviour is several times larger than [selection].',
    ],
    dial: {
      text: 'The lottery is drawn in three worlds. Read the bars: each remedy ends one of the two effects.',
      stops: {
        none: {
          name: 'Two institutions',
          text: 'Each remedy in the table ends one of its columns.',
        },
        types: {
          name: 'Types shown',
          text: 'Lenders see types, and [selection] is gone. Behaviour stays.',
        },
      },
    },
    end: {
      ask: 'A lender finds that dear loans default more. What does it know?',
      answer:
        'Nothing yet about causes. Risky people may be charged more, or high charges may make people stop paying.',
    },
  },
  '4': {
    name: 'How long is a mistake remembered?',
    question: 'Should a file forget?',
    hand: 'Five cards tell one person’s past, light for repaid and dark for a default. Drag the line of memory. Lenders read what lies before it.',
    bet: {
      ask: 'Town A remembers one year, town B seven. Who gains from the long memory?',
      options: ['Everybody', 'Risky people', 'Safe people, not risky ones'],
    },
    signs: {
      run: ['1 year', '7 years'],
      '8': ['1 year', '2 years'],
      '16': ['1 year', '4 years'],
      '28': ['1 year', '7 years'],
      black: ['black list', 'whole file'],
    },
    after: [
      'You bet on everybody. Credit is cheaper with a long memory, but the riskiest third is refused more often.',
      'You bet on the risky. They are refused more often: old mistakes stay readable.',
      'You were right. Credit is cheaper and fewer default. But the riskiest third is refused more often.',
    ],
    guess:
      'You have seen both ends. Draw the price at two and at four years: does most of the gain come early or late?',
    dial: {
      text: 'Turn town B’s memory. Watch prices and the riskiest third move against each other.',
      stops: {
        '8': { name: '2 years', text: 'A second year already makes credit cheaper.' },
        '16': { name: '4 years', text: 'Cheaper again: most of the gain is made.' },
        '28': { name: '7 years', text: 'Cheapest, and strictest for the riskiest third.' },
        black: {
          name: 'Black list',
          text: 'Town A tells defaults only, town B everything. Replay with other luck: they can hardly be told apart.',
        },
      },
    },
    end: {
      ask: 'Is total welfare higher with a long memory?',
      answer:
        'In most towns it is a little lower, not in all. Some win, some lose: that is for people to judge, not for the model.',
    },
  },
  '5': {
    name: 'What is in a score?',
    question: 'Can shopping tell who repays?',
    hand: 'Six people, three bars each: shopping, friends, payments. Put the safest on top. Then see who repaid.',
    bet: {
      ask: 'Town A shares loan files. Town B has no files but a score of footprints. Where do more people refuse to pay?',
      options: ['In town A', 'In both alike', 'In town B'],
    },
    signs: {
      run: ['loan files', 'score alone'],
      faint: ['nothing', 'faint score'],
      half: ['nothing', 'half-clear score'],
      clear: ['nothing', 'clear score'],
      files: ['loan files', 'clear score'],
    },
    after: [
      'You bet on the files. But a default goes on file, and people know it. It leaves no footprint.',
      'You bet on both alike. But a default goes on file, and people know it. It leaves no footprint.',
      'You were right. A default goes on file, and people know it. It leaves no footprint: the score sees, but does not remember.',
    ],
    dial: {
      text: 'Make the footprint clearer in town B. Until the last stop, town A has neither files nor score.',
      stops: {
        faint: { name: 'Faint', text: 'A faint footprint sorts a little.' },
        half: { name: 'Half', text: 'The safe pay less; the riskiest are refused more often.' },
        clear: { name: 'Clear', text: 'Sharper sorting, and fewer defaults.' },
        files: {
          name: 'Files',
          text: 'Town A shares files. Fewer refuse to pay where a default goes [on file].',
        },
      },
    },
    end: {
      ask: 'Why does a score that predicts well not discipline well?',
      answer: 'It rewards who you seem to be. A file rewards what you did.',
    },
  },
};
