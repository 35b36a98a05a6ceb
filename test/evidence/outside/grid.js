/** A fact in plain JavaScript, without the helpers, with a grid. */
export default {
  id: 'grid',
  title: 'An optimum inside a grid',
  source: 'none: a test',
  kind: 'theory',
  band: 'interior',
  along: [1, 2, 3],
  unit: 'quotes with the highest approval',
  population: 'applications',
  needs: {
    1: { institution: 'none', economy: { search: { quotes: 1 } } },
    2: { institution: 'none', economy: { search: { quotes: 2 } } },
    3: { institution: 'none' },
  },
  of: (seen, at) => seen[at].measure('approval-rate') - (at - 2) * (at - 2),
};
