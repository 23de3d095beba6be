import type { MainModule } from 'libxslt-wasm/output/libxslt';
import { type WasmImports, type WasmMemory, type WasmSource, webAssembly } from './web-assembly.ts';

/** The few calls of libxslt that it takes. An address is where something is in its memory, 0 is nothing. */
export interface Libxslt {
  /** An XML document; 0 where it is not well-formed. */
  read(xml: Uint8Array, url: string, kind: DocumentKind): Promise<number>;
  /** A sheet, which then owns its document; 0 where it is none. */
  compile(document: number): Promise<number>;
  /** Another document; 0 where it failed. */
  apply(sheet: number, document: number): Promise<number>;
  /** As the sheet's `xsl:output` wants it, in UTF-8; undefined where that is more. */
  serialize(result: number, sheet: number, mostBytes: number): Uint8Array | undefined;
  free(document: number): void;
  /** What it has taken, in bytes. */
  memory(): number;
}

/** Sheets are read as `xsltproc` reads them. A message may have entities of its own, and loads none. */
const PARSER = {
  sheet: ['NOENT', 'DTDLOAD', 'DTDATTR', 'NOCDATA'],
  message: ['NOENT', 'NOCDATA', 'NO_XXE'],
} as const;
type DocumentKind = keyof typeof PARSER;

/** libxslt itself stops at 3,000 templates within each other; the module's own stack holds a third of them, and then writes on. */
const STACK_BYTES = 64 << 20;
/** Compiled code counts on it, and adds to a stack's address by setting bits; `malloc` promises half of it. */
const STACK_ALIGNMENT = 16;

interface Instance {
  readonly memory: WasmMemory;
  /** Moves the stack. */
  readonly setStack: (limits: { readonly top: number; readonly end: number }) => void;
}

/** `path`: of the package's module. */
export async function openLibxslt(path: string): Promise<Libxslt> {
  const instance = watchInstantiation();
  const { default: make }: { default: () => Promise<MainModule> } = await import(path);
  const module = await make();
  const { memory, setStack } = instance();
  const end = aligned(module._malloc(STACK_BYTES + STACK_ALIGNMENT) + STACK_ALIGNMENT);
  setStack({ top: end + STACK_BYTES, end });
  module._exsltRegisterAll();
  const options = (kind: DocumentKind): number =>
    PARSER[kind].reduce((flags, name) => flags | module.xmlParserOption[name].value, 0);
  return {
    async read(xml, url, kind) {
      const at = module._malloc(xml.length);
      const name: number = module.stringToNewUTF8(url);
      if (at === 0 || name === 0) throw new RangeError('out of memory');
      new Uint8Array(memory.buffer).set(xml, at);
      const document = await module._xmlReadMemory(at, xml.length, name, 0, options(kind));
      module._free(at);
      module._free(name);
      return document;
    },
    compile: (document) => module._xsltParseStylesheetDoc(document),
    apply: (sheet, document) => module._xsltApplyStylesheet(sheet, document, 0),
    serialize(result, sheet, mostBytes) {
      const buffer = module._xmlAllocOutputBuffer(0);
      if (buffer === 0 || module._xsltSaveResultTo(buffer, result, sheet) < 0)
        throw new RangeError('out of memory');
      const size = module._xmlOutputBufferGetSize(buffer);
      const from = module._xmlOutputBufferGetContent(buffer);
      const bytes = size > mostBytes ? undefined : new Uint8Array(memory.buffer).slice(from, from + size);
      module._xmlOutputBufferClose(buffer);
      return bytes;
    },
    free: (document) => module._xmlFreeDoc(document),
    memory: () => memory.buffer.byteLength,
  };
}

const aligned = (address: number): number => address - (address % STACK_ALIGNMENT);

/** The package hands out neither its memory nor its stack: they are caught when the module is made. */
function watchInstantiation(): () => Instance {
  let caught: Instance | undefined;
  const { instantiate } = webAssembly;
  webAssembly.instantiate = async (code, imports) => {
    const source = await instantiate(code, imports);
    caught = instanceOf(source, imports);
    return source;
  };
  return () => {
    if (!caught) throw new Error('libxslt was not instantiated');
    return caught;
  };
}

function instanceOf({ instance: { exports } }: WasmSource, imports: WasmImports): Instance {
  const { emscripten_stack_set_limits: setLimits, _emscripten_stack_restore: restore } = exports;
  const memory = imports.env?.memory;
  if (!(memory instanceof webAssembly.Memory) || !isFunction(setLimits) || !isFunction(restore))
    throw new Error('this libxslt-wasm is not made as the one that this package was made for');
  return {
    memory,
    setStack({ top, end }) {
      setLimits(top, end);
      restore(top);
    },
  };
}

const isFunction = (value: unknown): value is (...parameters: readonly number[]) => void =>
  typeof value === 'function';
