/** By quarter: θ, D_res and t̄ in use, X and Y at its end. */
export const beliefNames = ['theta', 'reservation', 'takeUp', 'lost', 'foreseen'] as const;
