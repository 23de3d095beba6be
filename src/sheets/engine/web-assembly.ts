/** What is used of WebAssembly, which Node has and its types do not. */
interface WebAssemblyApi {
  Memory: new (descriptor: MemoryDescriptor) => WasmMemory;
  instantiate(code: Uint8Array, imports: WasmImports): Promise<WasmSource>;
}

/** In pages of 64 KiB. */
export interface MemoryDescriptor {
  readonly initial: number;
  readonly maximum?: number;
  readonly shared?: boolean;
}

export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
}

export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface WasmSource {
  readonly instance: { readonly exports: Readonly<Record<string, unknown>> };
}

export const webAssembly: WebAssemblyApi = Reflect.get(globalThis, 'WebAssembly');
