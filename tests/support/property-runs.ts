/** How many times the usual number of cases a property is tried with: `PROPERTY_RUNS=100` for `npm run audit`. */
export const ROUNDS = Number(process.env.PROPERTY_RUNS ?? '1');

export const runsOf = (cases: number): number => cases * ROUNDS;
