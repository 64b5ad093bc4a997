import { hash } from 'node:crypto';

/** A short SHA-256 hash, 16 characters of base64url, to detect changes. Too short for security. */
export const hashOf = (data: string | Uint8Array): string => hash('sha256', data, 'base64url').slice(0, 16);
