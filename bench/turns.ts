import type { Connection } from './connection.ts';
import { median } from './statistics.ts';

/** Asks for the one and the other in turn; gives the median wait of each, in ms. The first tenth warms up. */
export async function askInTurn<Name extends string>(
  requests: Readonly<Record<Name, { readonly connection: Connection; readonly request: Uint8Array }>>,
  { turns, accepts }: { readonly turns: number; accepts(body: Buffer): boolean },
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(requests) as Name[];
  const waits = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const name of names) {
      const ms = await timeReply(requests[name], accepts);
      if (turn >= turns / 10) waits.get(name)?.push(ms);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(waits.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/** One reply's wait, in ms. */
export async function timeReply(
  { connection, request }: { readonly connection: Connection; readonly request: Uint8Array },
  accepts: (body: Buffer) => boolean,
): Promise<number> {
  const start = performance.now();
  const { body } = await connection.ask(request);
  const ms = performance.now() - start;
  if (!accepts(body)) throw new Error(`not the reply that was asked for: ${body.toString().slice(0, 500)}`);
  return ms;
}

/** Whether a list's body has as many elements. */
export function hasElements(name: string, wanted: number): (body: Buffer) => boolean {
  const mark = `</${name}>`;
  return (body) => {
    let count = 0;
    for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) count += 1;
    return count === wanted;
  };
}
