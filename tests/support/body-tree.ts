import type { BodyElement, BodyNode } from '../../src/model/body.ts';

/** All elements of a body, outer ones first. */
export const elementsOf = (nodes: readonly BodyNode[] = []): BodyElement[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elementsOf(node.children)]));

/** The text of a body. */
export const textIn = (nodes: readonly BodyNode[] = []): string =>
  nodes.map((node) => (typeof node === 'string' ? node : textIn(node.children))).join('');

/** A short notation of a body: `p(The strong(fair))`. */
export const outlineOf = (nodes: readonly BodyNode[] = []): string =>
  nodes.map((node) => (typeof node === 'string' ? node : `${node.tag}(${outlineOf(node.children)})`)).join('');
