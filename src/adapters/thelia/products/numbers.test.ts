import { describe, expect, it } from 'vitest';
import { decimal } from '../../../testing/contract/samples.ts';
import { changedNumbers, NO_NUMBERS, numbersOf } from './numbers.ts';

const NEW = { columns: NO_NUMBERS, memory: {} };
const said = (netPrice: string, taxRate: string) => ({
  netPrice: decimal(netPrice),
  taxRate: decimal(taxRate),
});

describe('the numbers of a product in Thelia', () => {
  it('a price includes tax there, and is read back as it was said', () => {
    const { columns, memory } = changedNumbers(NEW, said('36.77', '20'));
    expect(columns).toEqual({ prix: '44.124', ecotaxe: '0', tva: '20', poids: '0' });
    expect(memory).toEqual({});
    expect(numbersOf(columns, memory)).toEqual(said('36.77', '20'));
  });

  it('what a float cannot hold is remembered beside it', () => {
    const { columns, memory } = changedNumbers(NEW, said('12345.678901', '5.5'));
    expect(numbersOf(columns, memory).netPrice).toBe('12345.678901');
    expect(numbersOf({ ...columns, prix: decimal('10.55') }, memory).netPrice).toBe('10');
  });

  it('0 that was said is 0, and what was not said is nothing', () => {
    const { columns, memory } = changedNumbers(NEW, said('0', '0'));
    expect(numbersOf(columns, memory)).toEqual(said('0', '0'));
    const cleared = changedNumbers({ columns, memory }, { netPrice: null, taxRate: null });
    expect(numbersOf(cleared.columns, cleared.memory)).toEqual({});
  });

  it('another rate changes the price including tax, not the one excluding it', () => {
    const before = changedNumbers(NEW, { ...said('10', '20'), ecotax: decimal('0.5') });
    const after = changedNumbers(before, { taxRate: decimal('5.5') });
    expect(after.columns).toMatchObject({ prix: '10.55', ecotaxe: '0.5275', tva: '5.5' });
    expect(numbersOf(after.columns, after.memory)).toMatchObject({ netPrice: '10', ecotax: '0.5' });
  });

  it('a price that a person set in Thelia stays as long as the ERP says nothing of it', () => {
    const columns = { ...NO_NUMBERS, prix: decimal('12.9'), tva: decimal('20') };
    const after = changedNumbers({ columns, memory: {} }, { weight: decimal('0.25') });
    expect(after.columns).toEqual({ ...columns, poids: '0.25' });
    expect(numbersOf(after.columns, after.memory).netPrice).toBe('10.75');
  });
});
