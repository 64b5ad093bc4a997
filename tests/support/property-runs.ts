/** How many cases a property is tried with: so many in `npm test`, and a multiple of that in `npm run audit`. */
export const runsOf = (cases: number): number => cases * Number(process.env.PROPERTY_RUNS_TIMES ?? 1);
