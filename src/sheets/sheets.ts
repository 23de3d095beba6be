import { fail, PasserelleError } from '../domain/error.ts';
import type { Problem } from '../domain/problem.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { readSheetFolder, type Sheet } from './folder.ts';
import type { SheetMoment } from './sdk-words.ts';

export interface SheetsOptions {
  readonly folder: string;
  /** Of one sheet and message. */
  readonly timeoutMs: number;
  /** Of what a sheet takes, and of what it gives. */
  readonly mostBytes: number;
}

/** What one sheet made of a message; or why it refused it. */
export type SheetStep = { readonly sheet: string; readonly before: Uint8Array } & (
  | {
      readonly after: Uint8Array;
      /** What `xsl:message` said. */
      readonly said: string;
    }
  | { readonly after?: undefined; readonly problem: Problem }
);

/** Sheets of one place, one after another. Undefined where the XML is not well-formed. UTF-8, whatever its declaration says. */
type ApplySheets = (xml: Uint8Array, onStep?: (step: SheetStep) => void) => Promise<Uint8Array | undefined>;

export interface OpenSheets {
  /** Each with the message that its name says, in the order in which they are applied. */
  readonly sheets: readonly Sheet[];
  /** None where no sheet transforms that. */
  of(resource: string, moment: SheetMoment): ApplySheets | undefined;
  /** Ends the process of libxslt. */
  close(): void;
}

/**
 * Reads and compiles a folder of sheets. Rejects as `readSheetFolder` does, and with `sheet_broken`, `sheet_outside`,
 * `sheets_unavailable`.
 */
export async function openSheets({ folder, timeoutMs, mostBytes }: SheetsOptions): Promise<OpenSheets> {
  const { sheets, files } = await readSheetFolder(folder);
  const names = sheets.map(({ name }) => name);
  const engine = createEngine({ files, sheets: names, timeoutMs, mostBytes });
  const places = Map.groupBy(sheets, ({ resource, moment }) => `${resource}.${moment}`);
  if (sheets.length > 0) await engine.start();
  return {
    sheets,
    of(resource, moment) {
      const chain = places.get(`${resource}.${moment}`);
      return chain && ((xml, onStep) => applyAll(chain, { engine, xml, onStep }));
    },
    close: engine.close,
  };
}

interface Applying {
  readonly engine: Engine;
  readonly xml: Uint8Array;
  readonly onStep: ((step: SheetStep) => void) | undefined;
}

async function applyAll(
  chain: readonly Sheet[],
  { engine, xml, onStep }: Applying,
): Promise<Uint8Array | undefined> {
  let before = xml;
  let last: string | undefined;
  for (const { name } of chain) {
    const transformed = await engine.apply(name, before).catch((error: unknown) => {
      if (error instanceof PasserelleError) onStep?.({ sheet: name, before, problem: error.problem });
      throw error;
    });
    if (!transformed) {
      if (last === undefined) return undefined;
      throw fail('sheet_result', { hook: last, expected: `${name}: not well-formed` });
    }
    onStep?.({ sheet: name, before, after: transformed.xml, said: transformed.said });
    before = transformed.xml;
    last = name;
  }
  return before;
}
