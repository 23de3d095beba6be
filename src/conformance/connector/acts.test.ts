import { describe, expect, it } from 'vitest';
import { type Deed, deedAtCall, FIRST_SCRIPT, type Script, scriptAfterCall, scriptAtCall } from './acts.ts';
import { type Call, readCall } from './request/call.ts';

const call = (query: string): Call =>
  readCall({
    method: 'POST',
    target: '/',
    contentType: 'application/x-www-form-urlencoded',
    contentEncoding: '',
    body: Buffer.from(query),
    overlaps: false,
  });

/** Plays calls and gives, for each, its act and what was done to it. A call after `…` comes after a pause. */
function play(...queries: readonly string[]): readonly string[] {
  let script: Script = FIRST_SCRIPT;
  return queries.map((query) => {
    const made = call(query.replace('…', ''));
    script = scriptAtCall(script, made, query.startsWith('…'));
    const deed: Deed | undefined = deedAtCall(script, made);
    script = scriptAfterCall(script, made, { deed, outcome: deed === 'refuse' ? 'refused' : 'done' });
    return `${script.run} ${script.act} ${deed ?? '-'}`;
  });
}

const LIST = 'resource=orders_list';
const READ = 'resource=orders&id=1';
const CONFIRM = 'resource=set_order_exported&id=1';

describe('the acts', () => {
  it('go on from run to run, each striking once', () => {
    expect(
      play(
        LIST,
        CONFIRM,
        `…${LIST}`,
        CONFIRM,
        CONFIRM,
        `…${LIST}`,
        READ,
        `…${LIST}`,
        READ,
        READ,
        `…${LIST}`,
        READ,
      ),
    ).toEqual([
      ...['1 friendly -', '1 friendly -'],
      ...['2 lost -', '2 lost cut', '2 lost -'],
      ...['3 refusing -', '3 refusing refuse'],
      ...['4 unavailable -', '4 unavailable unavailable', '4 unavailable -'],
      ...['5 afterwards -', '5 afterwards -'],
    ]);
  });

  it('begin a run also where other calls come before its first list', () => {
    const add = 'resource=add_product&reference=A';
    expect(play(LIST, READ, `…${CONFIRM}`, LIST, READ)).toEqual([
      ...['1 friendly -', '1 friendly -', '1 friendly -'],
      ...['2 lost -', '2 lost -'],
    ]);
    // A pause within a run, before a list that it has not read yet, ends nothing.
    expect(play('resource=products_list', `…${add}`, LIST, 'resource=products_list').at(-1)).toBe(
      '1 friendly -',
    );
  });

  it('play again in the next run when their point has not come', () => {
    expect(play(LIST, `…${LIST}`, `…${LIST}`, CONFIRM)).toEqual([
      '1 friendly -',
      '2 lost -',
      '3 lost -',
      '3 lost cut',
    ]);
  });

  it('take a list that is asked for again without a pause, or another slice, for the same run', () => {
    const slice = 'resource=products_list&limit=0,500';
    expect(play(slice, 'resource=products_list&limit=500,500', slice, `…${slice}`)).toEqual([
      '1 friendly -',
      '1 friendly -',
      '1 friendly -',
      '2 lost -',
    ]);
  });

  it('refuse one article and one order, each as often as it is sent', () => {
    const product = (reference: string) => `resource=update_product&reference=${reference}`;
    const friendly = [LIST, `…${LIST}`, CONFIRM];
    expect(
      play(
        ...friendly,
        `…${LIST}`,
        product('A'),
        product('B'),
        product('A'),
        READ,
        'resource=orders&id=2',
      ).slice(4),
    ).toEqual([
      '3 refusing refuse',
      '3 refusing -',
      '3 refusing refuse',
      '3 refusing refuse',
      '3 refusing -',
    ]);
  });
});
