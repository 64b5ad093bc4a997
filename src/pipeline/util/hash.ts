import { hash } from 'node:crypto';

/** A short name for some bytes, the same on every machine. Not for secrets. */
export const hashOf = (data: string | Uint8Array): string => hash('sha256', data, 'base64url').slice(0, 16);
