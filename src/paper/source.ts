/** The paper that this project starts from; its figures are typed once, in this folder. */
export const source = {
  authors: 'Aoqi Xu, Wei Guo, Min Li',
  title:
    'Research on the construction of China’s credit system under Internet finance – taking Sesame Credit as an example',
  short: 'Xu, Guo & Li',
} as const;
