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
  '²': '$^2$',
  ψ: '$\\psi$',
  δ: '$\\delta$',
  ω: '$\\omega$',
  ρ: '$\\rho$',
  κ: '$\\kappa$',
  Λ: '$\\Lambda$',
  Φ: '$\\Phi$',
};

/** Text for LaTeX: nothing in it is a command. Chinese needs XeLaTeX or LuaLaTeX. */
export function escapeLatex(text: string): string {
  return text.replaceAll(/[\\{}%&#$_^~±−≈≤≥×·√½²ψδωρκΛΦ]/gu, (sign) => special[sign] ?? sign);
}

/** The places where a word without spaces may break: before the capitals of `retentionNegative`, after a slash, twice in a hash. */
export const humps =
  /(?<=[a-z])(?=[A-Z])|(?<=\/)|(?<=\b[0-9a-f]{24})(?=[0-9a-f]{40}\b)|(?<=\b[0-9a-f]{44})(?=[0-9a-f]{20}\b)/gu;

/** Text for a narrow column: as above, and long words may break. */
export function breakable(text: string): string {
  return text.split(humps).map(escapeLatex).join('\\allowbreak ');
}
