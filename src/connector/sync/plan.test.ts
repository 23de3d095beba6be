import { describe, expect, it } from 'vitest';
import { planArticle } from './plan.ts';

const KNOWN = { products: new Set(['P']), options: new Set(['O']) };
const plan = (reference: string, isSent = false, variants?: readonly string[]) =>
  planArticle({ reference, isSent, variants }, KNOWN);

describe('the choice for an article', () => {
  it('is the one of the specification', () => {
    expect([plan('O'), plan('P'), plan('N')]).toEqual(['update_option', 'update_product', 'add_product']);
  });

  it('is nothing to do when the shop has it and has it so', () => {
    expect([plan('O', true), plan('P', true)]).toEqual(['unchanged', 'unchanged']);
  });

  it('is to send what the shop no longer lists, whatever was sent before', () => {
    expect(plan('N', true)).toBe('add_product');
  });

  it('is for a parent with its block to be there or not', () => {
    expect(plan('P', false, ['O'])).toBe('update_product');
    expect(plan('N', false, ['O'])).toBe('add_product');
    expect(plan('P', true, ['O'])).toBe('unchanged');
    expect(plan('P', true, ['O', 'gone'])).toBe('update_product');
  });
});
