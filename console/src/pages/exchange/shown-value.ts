/** How values are written in the reader's language. */
export interface Writing {
  readonly number: (value: string) => string;
  readonly money: (value: string) => string;
  readonly moment: (moment: string) => string;
  readonly yes: string;
  readonly no: string;
}

const MONEY = /^(netPrice|ecotax|basePrice|priceLevels\.\d|categoryPrices\..+)$/;
const NUMBER = /^(stock|taxRate|weight|width|height|depth|discountRate)$/;
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** A field's value in words: money and numbers as the language writes them, lists with signs between. */
export function shownValue(path: string, value: unknown, writing: Writing): string {
  if (typeof value === 'boolean') return value ? writing.yes : writing.no;
  if (typeof value === 'number') return writing.number(String(value));
  if (typeof value === 'string') return shownText(path, value, writing);
  if (path === 'categoryPath' && Array.isArray(value)) return value.join(' › ');
  if (Array.isArray(value)) return value.map((item) => shownValue('', item, writing)).join(', ');
  if (isAxis(value)) return `${value.name}: ${value.value}`;
  return JSON.stringify(value);
}

function shownText(path: string, text: string, { number, money, moment }: Writing): string {
  const isDecimal = /^-?\d+(\.\d+)?$/.test(text);
  if (isDecimal && MONEY.test(path)) return money(text);
  if (isDecimal && NUMBER.test(path)) return number(text);
  return MOMENT.test(text) ? moment(text) : text;
}

const isAxis = (value: unknown): value is { name: string; value: string } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'value' in value &&
  typeof value.value === 'string';
