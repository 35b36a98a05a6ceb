const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '±': '$\\pm$',
  '−': '$-$',
  '≈': '$\\approx$',
  '≤': '$\\le$',
  '≥': '$\\ge$',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '√': '$\\surd$',
  '½': '$\\frac{1}{2}$',
  '→': '$\\to$',
  '←': '$\\gets$',
  '≠': '$\\ne$',
  '∞': '$\\infty$',
  ...greek(),
  ...small('₀₁₂₃₄₅₆₇₈₉', '_'),
  ...small('⁰¹²³⁴⁵⁶⁷⁸⁹', '^'),
};

/** Greek letters, of which LaTeX has a command each, apart from those that look Latin. */
function greek(): Record<string, string> {
  const names =
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi o pi rho sigma tau ' +
    'upsilon phi chi psi omega';
  const letters = 'αβγδεζηθικλμνξοπρστυφχψω';
  const capitals: Readonly<Record<string, string>> = { Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta' };
  const more: Readonly<Record<string, string>> = { Λ: 'Lambda', Ξ: 'Xi', Π: 'Pi', Σ: 'Sigma' };
  const last: Readonly<Record<string, string>> = { Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega', ϕ: 'phi' };
  const lower = names.split(' ').map((name, k) => [letters[k], name] as const);
  const upper = Object.entries({ ...capitals, ...more, ...last });
  return Object.fromEntries(
    [...lower, ...upper].map(([letter, name]) => [letter, name === 'o' ? 'o' : `$\\${name}$`]),
  );
}

/** Raised or lowered digits. */
function small(digits: string, sign: '_' | '^'): Record<string, string> {
  return Object.fromEntries(Array.from(digits, (digit, k) => [digit, `$${sign}${k}$`]));
}

const marks = new RegExp(
  `[${Object.keys(special)
    .join('')
    .replaceAll(/[\\^\]-]/g, '\\$&')}]`,
  'gu',
);

/** Text for LaTeX: nothing in it is a command. Chinese needs XeLaTeX or LuaLaTeX. */
export function escapeLatex(text: string): string {
  return text.replaceAll(marks, (sign) => special[sign] ?? sign);
}

/** The places where a word without spaces may break: before the capitals of `retentionNegative`, after a slash, twice in a hash. */
export const humps =
  /(?<=[a-z])(?=[A-Z])|(?<=\/)|(?<=\b[0-9a-f]{24})(?=[0-9a-f]{40}\b)|(?<=\b[0-9a-f]{44})(?=[0-9a-f]{20}\b)/gu;

/** Text for a narrow column: as above, and long words may break. */
export function breakable(text: string): string {
  return text.split(humps).map(escapeLatex).join('\\allowbreak ');
}
