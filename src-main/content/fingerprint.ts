import { createHash } from 'node:crypto';

/**
 * Says of which data a still was drawn: changes with every byte of them.
 * @param diagram SHA-256 of diagram.json, in hexadecimal
 * @param shapes of shapes.json
 * @param used of the shared shapes, in the order of `use`
 * @returns 16 hexadecimal digits
 */
export const fingerprintOf = (diagram: string, shapes: string, used: readonly string[]): string =>
  createHash('sha256')
    .update([diagram, shapes, ...used].join('\n'))
    .digest('hex')
    .slice(0, 16);
