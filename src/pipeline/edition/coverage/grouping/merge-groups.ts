import type { ReportPair } from './find-pairs.ts';
import { createPriorityQueue } from './priority-queue.ts';

/** How much the mean of all pairs between two groups decides, against the cosine of their sums. */
const MEAN_POWER = 0.8;

/** The largest group. */
export const MAX_MEMBERS = 500;

/** What connects two groups: the sums over all pairs between them. */
interface Link {
  score: number;
  cosine: number;
}

interface Group {
  /** Indices of reports, oldest first. */
  members: number[];
  /** The square of the length of the sum of their vectors. */
  square: number;
  links: Map<Group, Link>;
  /** It is a part of a larger group now. */
  isMerged: boolean;
}

interface Candidate {
  similarity: number;
  a: Group;
  b: Group;
}

/**
 * Merges reports to groups, the most similar first, until no two groups reach the threshold. The similarity of two groups
 * is the mean score of all pairs between them, where pairs that are not listed count 0, and in part the cosine of the
 * sums of their vectors. Both follow from the sums of their parts. Returns groups of two and more, by their oldest report.
 * https://en.wikipedia.org/wiki/Hierarchical_clustering#Cluster_Linkage
 */
export function mergeGroups(pairs: readonly ReportPair[], threshold: number): number[][] {
  const queue = createPriorityQueue(mostSimilarFirst);
  const push = (a: Group, b: Group, link: Link): void => {
    const similarity = similarityOf(a, b, link);
    const isSmall = a.members.length + b.members.length <= MAX_MEMBERS;
    if (similarity >= threshold && isSmall) queue.push({ similarity, a, b });
  };
  const groups = new Set(linkReports(pairs, push));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { a, b } = next;
    if (a.isMerged || b.isMerged) continue;
    const merged = merge(a, b);
    for (const [other, link] of merged.links) push(merged, other, link);
    groups.delete(a);
    groups.delete(b);
    groups.add(merged);
  }
  return [...groups]
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => members)
    .sort(byOldest);
}

/** A group for each report. Calls `push` for each pair. */
function linkReports(pairs: readonly ReportPair[], push: (a: Group, b: Group, link: Link) => void): Iterable<Group> {
  const groups = new Map<number, Group>();
  const groupOf = (index: number): Group => {
    const group = groups.get(index) ?? { members: [index], square: 1, links: new Map(), isMerged: false };
    groups.set(index, group);
    return group;
  };
  for (const { older, newer, score, cosine } of pairs) {
    const [a, b, link] = [groupOf(older), groupOf(newer), { score, cosine }];
    a.links.set(b, link);
    b.links.set(a, link);
    push(a, b, link);
  }
  return groups.values();
}

function similarityOf(a: Group, b: Group, { score, cosine }: Link): number {
  const mean = score / (a.members.length * b.members.length);
  if (a.members.length + b.members.length === 2) return mean;
  const ofSums = Math.min(1, cosine / Math.sqrt(a.square * b.square));
  return mean ** MEAN_POWER * ofSums ** (1 - MEAN_POWER);
}

/** Merges two groups, and updates the links of the others. */
function merge(a: Group, b: Group): Group {
  const merged: Group = {
    members: [...a.members, ...b.members].sort((one, other) => one - other),
    square: a.square + b.square + 2 * (a.links.get(b)?.cosine ?? 0),
    links: new Map(),
    isMerged: false,
  };
  for (const part of [a, b]) {
    part.isMerged = true;
    for (const [other, { score, cosine }] of part.links) {
      other.links.delete(part);
      if (other === a || other === b) continue;
      const link = merged.links.get(other);
      merged.links.set(other, { score: score + (link?.score ?? 0), cosine: cosine + (link?.cosine ?? 0) });
    }
    part.links.clear();
  }
  for (const [other, link] of merged.links) other.links.set(merged, link);
  return merged;
}

/** Of equal ones the older first, so that the result does not depend on the order of pairs. */
const mostSimilarFirst = (one: Candidate, other: Candidate): number =>
  other.similarity - one.similarity ||
  Math.min(oldestOf(one.a), oldestOf(one.b)) - Math.min(oldestOf(other.a), oldestOf(other.b)) ||
  Math.max(oldestOf(one.a), oldestOf(one.b)) - Math.max(oldestOf(other.a), oldestOf(other.b));

const oldestOf = ({ members: [oldest = 0] }: Group): number => oldest;

const byOldest = ([a = 0]: number[], [b = 0]: number[]): number => a - b;
