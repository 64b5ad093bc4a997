/** The factor for the number of cases of each property. `npm run audit` sets `PROPERTY_RUNS=100`. */
export const ROUNDS = Number(process.env.PROPERTY_RUNS ?? '1');

export const runsOf = (cases: number): number => cases * ROUNDS;
