import { signed } from './signed.ts';
import type { HandWords } from './hand-words.ts';

export const handsEn: HandWords = {
  price: {
    done: {
      left: 'Look through the lens. Those who stayed at a high price were mostly risky: the safe ones left first.',
      stayed:
        'Look through the lens. At your prices nearly everybody stayed. Drag the line higher: the safe ones go under first.',
    },
    line: 'Your price',
    lend: 'Lend for a year',
    round: (n) => `Round ${n} of 3`,
    year: ({ price, income, losses, gone }) =>
      `At ${price} %: ${gone} of 12 turned it down. Income ${income}, losses ${losses}, profit ${signed(income - losses)}.`,
    again: (price) =>
      `You have tried ${price} %: the same would follow. Drag the line to another price.`,
    axis: 'what the loan is worth to them',
  },
  purse: {
    done: {
      'pay-pay':
        'You paid both times. Unseen it cost you 12 coins and bought nothing. Seen, it bought the next loans. Your type never changed: what is seen did.',
      'pay-keep':
        'You kept it where it is seen, and lost the next loans. Unseen, keeping would have cost nothing. Your type never changed: what is seen did.',
      'keep-pay':
        'Unseen, keeping it paid. Seen, it would have cost you the next loans. Your type never changed: you made a choice.',
      'keep-keep':
        'You kept it both times. Unseen it cost you nothing. Seen, it cost you the next loans. Your type never changed: what is seen did.',
    },
    hold: 'the purse',
    pay: 'Pay the lender',
    keep: 'Keep it',
    unseen: 'Unseen: no other lender will know.',
    seen: 'Seen: every lender will read it.',
    outcome: {
      payUnseen: 'You paid 12 coins. Next loan: granted, as it would have been anyway.',
      keepUnseen: 'You kept 12 coins. Next loan: granted elsewhere. Nobody knew.',
      paySeen: 'You paid 12 coins. The next three loans: granted, and cheaper.',
      keepSeen: 'You kept 12 coins. The next three loans: refused.',
    },
  },
  letters: {
    done: {
      drawn: 'Only a lottery tells. When chance sets the price, people at both prices are alike.',
    },
    streets: [
      'Elm Street: rate 30\u00A0%, 6 of 25 default',
      'Oak Street: rate 15\u00A0%, 3 of 25 default',
    ],
    causes: ['Riskier people live there', 'Dear credit makes people stop', 'Cannot be told'],
    reveal: [
      'That fits these numbers. So does dear credit that makes people stop: nothing here tells them apart.',
      'That fits these numbers. So do riskier people: nothing here tells them apart.',
      'You are right. The first two both fit these numbers.',
    ],
    groups: ['Lot says 30\u00A0%: 5 of 25 default', 'Lot says 15\u00A0%: 4 of 25 default'],
    draw: 'Draw lots for prices',
    drawn:
      'Chance set the price. Through the lens: both groups now hold nearly the same mix. What difference is left, the price has made.',
  },
  memory: {
    done: { moved: 'A short memory hides the old mistake. It hides old good deeds as well.' },
    line: 'Memory',
    now: 'today',
    ago: (quarters) => `${quarters} quarters ago`,
    reads: (good, bad, price) => `Lenders read ${good} light and ${bad} dark. Offer: ${price}.`,
    open: 'nothing on file',
  },
  rating: {
    done: {
      rated:
        'The bars help, but only a little. A score [sorts] people; it makes mistakes both ways.',
    },
    bars: ['shopping', 'friends', 'payments'],
    up: (person) => `${person} up`,
    down: (person) => `${person} down`,
    safest: 'safest',
    riskiest: 'riskiest',
    check: 'See who repaid',
    result: (right, of) => `${right} of ${of} pairs in the right order. Guessing gives half.`,
    nine: 'Nine bars of a real score',
    which:
      'Sesame Credit hears nine behaviours. Which moves the score most by what a person is like?',
    behaviours: {
      'social-contacts': 'Social contacts',
      microblog: 'Microblog',
      identity: 'Identity check',
      search: 'Searching',
      'internet-finance': 'Investing online',
      'credit-repayment': 'Repaying cards',
      payment: 'Paying by phone',
      shopping: 'Shopping online',
      'credit-loan': 'Loans on the platform',
    },
    arrives: (weight, arrives) => `weighs ${weight}, ${arrives} arrive`,
    loudest: (isRight, name, weight, arrives) =>
      `${isRight ? 'Right' : 'Not that one'}: “${name}”. It weighs ${weight}, but the platform sees few of them: only ${arrives} arrive, the rest is noise.`,
  },
};
