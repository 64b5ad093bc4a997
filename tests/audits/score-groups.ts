/** An article with the label of its event, and its group; one without a group is alone. */
export interface Labelled {
  label: string;
  group: string;
}

/** How well groups match labels, each from 0 to 1. */
export interface Scores {
  /** The share of the pairs in groups that are on one event, and of the pairs on one event that are in a group. */
  pairPrecision: number;
  pairRecall: number;
  /** The same for each article, as a mean: https://doi.org/10.1007/s10791-008-9066-8 */
  precision: number;
  recall: number;
  /** The harmonic mean of the two before. */
  f1: number;
  /** The share of groups of two and more that are on one event. */
  pure: number;
}

export function scoreGroups(articles: readonly Labelled[]): Scores {
  const labels = countBy(articles, ({ label }) => label);
  const groups = countBy(articles, ({ group }) => group);
  const cells = countBy(articles, ({ label, group }) => `${group}\n${label}`);
  let [precision, recall, found] = [0, 0, 0];
  for (const { label, group } of articles) {
    const together = cells.get(`${group}\n${label}`) ?? 0;
    precision += together / (groups.get(group) ?? 1) / articles.length;
    recall += together / (labels.get(label) ?? 1) / articles.length;
  }
  for (const count of cells.values()) found += pairsOf(count);
  const larger = [...groups].filter(([, count]) => count > 1);
  const pure = larger.filter(([group, count]) =>
    articles.some((a) => a.group === group && cells.get(`${group}\n${a.label}`) === count),
  );
  return {
    pairPrecision: share(found, sum([...groups.values()].map(pairsOf))),
    pairRecall: share(found, sum([...labels.values()].map(pairsOf))),
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    pure: share(pure.length, larger.length),
  };
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
