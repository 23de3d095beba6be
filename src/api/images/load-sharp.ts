import type { Sharp, SharpOptions } from 'sharp';
import { fail } from '../../domain/error.ts';

export type MakeSharp = (input: Uint8Array, options: SharpOptions) => Sharp;

/** The package is optional. Rejects with `resizing_unavailable` where it is missing, or has no build for this machine. */
export async function loadSharp(): Promise<MakeSharp> {
  try {
    const { default: sharp } = await import('sharp');
    return sharp;
  } catch (error) {
    throw fail('resizing_unavailable', {}, error);
  }
}
