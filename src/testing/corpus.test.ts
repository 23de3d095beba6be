import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { readCorpus } from './corpus.ts';

let folder = '';
const META = { origin: 'here', resource: 'orders', expected: { value: 1 } };

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'accept'));
  mkdirSync(join(folder, 'reject'));
});

const put = (path: string, content: unknown) => writeFileSync(join(folder, path), JSON.stringify(content));
const read = () => readCorpus(pathToFileURL(`${folder}/`));

test('a message is read with what is said about it', () => {
  put('accept/a.xml', 'x');
  put('accept/a.json', META);
  expect(read()).toMatchObject([
    { name: 'a', verdict: 'accept', origin: 'here', direction: 'request', variables: {} },
  ]);
});

test('a message without an expectation, and an expectation without a message, fail', () => {
  put('accept/a.xml', 'x');
  expect(read).toThrow('accept/a.json is missing');
  rmSync(join(folder, 'accept/a.xml'));
  put('reject/b.json', META);
  expect(read).toThrow('reject/b.xml is missing');
});

test('a stray file or folder fails, and so does an expectation that says nothing or too much', () => {
  put('accept/note.txt', '');
  expect(read).toThrow('note.txt');
  rmSync(join(folder, 'accept/note.txt'));
  mkdirSync(join(folder, 'later'));
  expect(read).toThrow('unexpected later');
  rmSync(join(folder, 'later'), { recursive: true });
  put('accept/a.xml', 'x');
  put('accept/a.json', { ...META, origin: '' });
  expect(read).toThrow();
  put('accept/a.json', { ...META, orgin: 'typo' });
  expect(read).toThrow();
});
