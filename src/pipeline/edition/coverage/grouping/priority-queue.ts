interface PriorityQueue<T> {
  push: (item: T) => void;
  /** Removes and returns the first item. */
  pop: () => T | undefined;
}

/** A binary heap. `compare` is negative if its first argument comes first. https://en.wikipedia.org/wiki/Binary_heap */
export function createPriorityQueue<T>(compare: (a: T, b: T) => number): PriorityQueue<T> {
  const items: T[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [items[a], items[b]];
    return one !== undefined && other !== undefined && compare(one, other) < 0;
  };
  const swap = (a: number, b: number): void => {
    const [one, other] = [items[a], items[b]];
    if (one === undefined || other === undefined) return;
    items[a] = other;
    items[b] = one;
  };
  return {
    push(item) {
      let at = items.push(item) - 1;
      for (let parent = (at - 1) >> 1; at > 0 && isBefore(at, parent); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      if (items.length > 1) swap(0, items.length - 1);
      const first = items.pop();
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const child = isBefore(right, left) ? right : left;
        if (!isBefore(child, at)) return first;
        swap(child, at);
        at = child;
      }
    },
  };
}
