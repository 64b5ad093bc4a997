/**
 * A list of 32-bit integers. For millions of them: an array would take twice the memory, and while it grows, copies of it
 * would stay until the next garbage collection of the whole heap.
 */
export class IntegerList {
  length = 0;
  #values: Int32Array<ArrayBuffer>;

  /** `expected` is the length up to which it need not grow. */
  constructor(expected: number) {
    this.#values = new Int32Array(Math.max(1, expected));
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  increase(index: number, by: number): void {
    this.#values[index] = (this.#values[index] ?? 0) + by;
  }

  /** A view of the values so far, for when the list is complete. */
  get values(): Int32Array<ArrayBuffer> {
    return this.#values.subarray(0, this.length);
  }
}
