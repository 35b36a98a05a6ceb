/** Colours of the lab, colour-blind safe: what is hidden is teal to orange, what anybody may see is grey. */
export const colours = {
  thirds: ['#0f8b8d', '#b7a98b', '#e8742c'],
  /** Fog, from nothing on file to a long record. */
  fog: ['#c9cfd6', '#aab3bd', '#8a95a1', '#66727f'],
  ink: '#1d2733',
  faint: '#8a95a1',
  paper: '#ffffff',
  sky: '#eef3f7',
  /** What dots stand on. */
  ground: '#f7f9fb',
  water: '#3b82c4',
  card: { light: '#f6f1e3', dark: '#2b2f36', edge: '#6b7480' },
} as const;
