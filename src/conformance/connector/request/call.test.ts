import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fieldOf, gammesOf, type RawRequest, readCall } from './call.ts';

const BOUNDARY = 'b.o(u)n+d';

const multipart = (parts: Readonly<Record<string, string | Buffer>>): RawRequest => ({
  method: 'POST',
  target: '/',
  contentType: `multipart/form-data; boundary="${BOUNDARY}"`,
  contentEncoding: '',
  overlaps: false,
  body: Buffer.concat([
    ...Object.entries(parts).flatMap(([name, value]) => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]),
});

const urlencoded = (body: string): RawRequest => ({
  ...multipart({}),
  contentType: 'application/x-www-form-urlencoded; charset=utf-8',
  body: Buffer.from(body),
});

describe('a call is read from its bytes', () => {
  it('as a multipart form, values byte for byte', () => {
    const value = `é\r\n--not a boundary\r\n\u0000`;
    const call = readCall(multipart({ resource: 'orders', id: value }));
    expect(call.resource).toBe('orders');
    expect(call.variables.get('id')).toBe(value);
  });

  it('as a urlencoded form, data compressed', () => {
    const data = deflateSync('<connecteur><id>é</id></connecteur>');
    const encoded = Array.from(data, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const call = readCall(urlencoded(`resource=orders&nom=caf%C3%A9+noir&data=${encoded}`));
    expect(call.variables.get('nom')).toBe('café noir');
    expect(call.data?.compression).toBe('1');
    expect(fieldOf(call, 'id')).toBe('é');
  });

  it('under a Content-Encoding', () => {
    const plain = multipart({ resource: 'orders' });
    const call = readCall({ ...plain, contentEncoding: 'gzip', body: gzipSync(plain.body) });
    expect(call.resource).toBe('orders');
  });

  it.each([
    ['a wrong boundary', { contentType: 'multipart/form-data; boundary=other' }],
    ['no boundary', { contentType: 'multipart/form-data' }],
    ['another type', { contentType: 'text/xml' }],
    ['an end that is missing', { body: Buffer.from(`--${BOUNDARY}\r\n`) }],
    ['bytes that are not gzip', { contentEncoding: 'gzip' }],
  ])('not with %s', (_, wrong) => {
    expect(typeof readCall({ ...multipart({ resource: 'orders' }), ...wrong }).form).toBe('string');
  });

  it('with resource and key in the XML alone, whose values win unless empty', () => {
    const data = '<connecteur><resource>orders</resource><id>7</id><tva></tva></connecteur>';
    const call = readCall(multipart({ id: '8', tva: '20', data }));
    expect([call.resource, fieldOf(call, 'id'), fieldOf(call, 'tva')]).toEqual(['orders', '7', '20']);
  });

  it('as the push of a document, which has neither resource nor data', () => {
    expect(readCall(multipart({ pdf: '%PDF-', reference: 'FA1' })).isPush).toBe(true);
    expect(readCall(multipart({ pdf: '%PDF-', resource: 'add_order' })).isPush).toBe(false);
  });
});

describe('data is looked at without believing what is said of it', () => {
  const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><connecteur><reference>A</reference></connecteur>';

  it.each([
    ['0', Buffer.from(xml)],
    ['1', deflateSync(xml)],
    ['3', deflateRawSync(xml)],
    ['2', Buffer.from('BZh91AY')],
  ])('compression %s', (compression, data) => {
    expect(readCall(multipart({ data })).data?.compression).toBe(compression);
  });

  it('encoding and well-formedness', () => {
    expect(readCall(multipart({ data: xml })).data).toMatchObject({ declared: 'ISO-8859-1', isUtf8: true });
    const latin = readCall(multipart({ data: Buffer.from('<a><nom>é</nom></a>', 'latin1') }));
    expect(latin.data).toMatchObject({ isUtf8: false, root: { name: 'a' } });
    expect(readCall(multipart({ data: '<a><nom>R&B</nom></a>' })).data?.complaint).toMatch(/./);
  });

  it.each(['7412AGSVW', 'AB 12/L', 'É&O-1', 'X/', 'AB=1 "x"'])('a SKU as an element’s name: %s', (sku) => {
    const data = `<connecteur><reference>A</reference><gammes><!-- </gammes> --><${sku}><Taille><value>L</value></Taille></${sku}></gammes></connecteur>`;
    const call = readCall(multipart({ data }));
    expect(gammesOf(call).map(({ name }) => name)).toEqual([sku]);
  });

  it('but not a bad name outside gammes', () => {
    expect(readCall(multipart({ data: '<a><7412>x</7412></a>' })).data?.root).toBeUndefined();
  });
});
