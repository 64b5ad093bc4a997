/**
 * Lets React remove and insert nodes where a translator or an extension has changed the page: translators wrap texts in
 * elements of their own. Without it React throws, and the page is gone. https://github.com/facebook/react/issues/11538
 */
export function tolerateDomChanges(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with the node as `this`
  const { insertBefore, removeChild } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(child: T): T {
    const { parentNode } = child;
    return parentNode ? (removeChild.call(parentNode, child) as T) : child;
  };
  Node.prototype.insertBefore = function <T extends Node>(node: T, before: Node | null): T {
    let next = before;
    while (next && next.parentNode !== this) next = next.parentNode;
    return insertBefore.call(this, node, next) as T;
  };
}
