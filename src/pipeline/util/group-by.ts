/** Items by a key of theirs, in order. (`Map.groupBy` came with Node 21.) */
export function groupBy<T, Key>(items: Iterable<T>, keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) append(groups, keyOf(item), item);
  return groups;
}

/** Adds an item to those of its key: for items that have several. */
export function append<T, Key>(groups: Map<Key, T[]>, key: Key, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
