import fs from 'node:fs';
import { type Files, FOLDER_URL } from './protocol.ts';
import { type MemoryDescriptor, webAssembly } from './web-assembly.ts';

/**
 * All that libxslt sees of the world, in its own process: files that are in memory already, and a memory that ends.
 * The module has no file system; it reaches out by `fetch`, and speaks by writing to standard error.
 */
export interface World {
  setFiles(files: Files): void;
  /** What libxslt has printed since it was last asked. */
  said(): string;
  /** The first address since it was last asked that is not in the folder. */
  outside(): string | undefined;
}

const PAGE_BYTES = 65_536;
const MOST_PAGES = (256 << 20) / PAGE_BYTES;
/** Of one transformation; a sheet may print in a loop. */
const MOST_CHARACTERS = 16_384;

export function enclose(): World {
  let files: Files = {};
  let printed = '';
  let refused: string | undefined;
  const { Memory } = webAssembly;
  webAssembly.Memory = class extends Memory {
    constructor(descriptor: MemoryDescriptor) {
      super({ ...descriptor, maximum: Math.min(descriptor.maximum ?? MOST_PAGES, MOST_PAGES) });
    }
  };
  // Node loads it when it is first used, which would count as the first sheet's time.
  void new Response();
  globalThis.fetch = async (address) => {
    const url = String(address);
    const bytes = url.startsWith(FOLDER_URL) ? files[pathOf(url)] : undefined;
    if (!bytes) refused ??= url;
    return new Response(bytes ? Buffer.from(bytes) : null, { status: bytes ? 200 : 403 });
  };
  const print = (_descriptor: number, text: unknown): number => {
    const line = String(text);
    printed += line.slice(0, MOST_CHARACTERS - printed.length);
    return line.length;
  };
  Object.assign(fs, { writeSync: print });
  return {
    setFiles: (known) => {
      files = known;
    },
    said() {
      const text = printed;
      printed = '';
      return text;
    },
    outside() {
      const url = refused;
      refused = undefined;
      return url;
    },
  };
}

function pathOf(url: string): string {
  const path = url.slice(FOLDER_URL.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
