import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type S3Double, startS3Double } from '../../test/operations/s3-double.ts';
import { PasserelleError } from '../domain/error.ts';
import { objectUrl, openS3Blobs, type S3Bucket } from './blobs-s3.ts';

let service: S3Double;
beforeEach(async () => {
  service = await startS3Double();
});
afterEach(() => service.close());

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const IMAGE = new TextEncoder().encode('une image');
const pathOf = (bytes: Uint8Array): string => {
  const sha256 = digest(bytes);
  return `/shop-blobs/a/shop/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
};
const open = (changes: Partial<S3Bucket> = {}) => openS3Blobs({ ...service.bucket, ...changes });

/** The bucket of PASSERELLE_TEST_S3 (`http://KEY:SECRET@host:port/bucket?region=…`), else the double’s. */
function conformingBucket(): S3Bucket {
  const given = process.env.PASSERELLE_TEST_S3;
  if (!given) return service.bucket;
  const { origin, username, password, pathname, searchParams } = new URL(given);
  return {
    endpoint: origin,
    bucket: pathname.slice(1),
    region: searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    prefix: `passerelle-test/${randomUUID()}`,
    pathStyle: true,
  };
}

describe('a bucket', () => {
  test('gives bytes back under their digest, however often and at the same time they are saved', async () => {
    const blobs = openS3Blobs(conformingBucket());
    for (const bytes of [IMAGE, new Uint8Array(), randomBytes(3_000_000)]) {
      const digests = await Promise.all([blobs.save(bytes), blobs.save(bytes)]);
      expect([...digests, await blobs.save(bytes)]).toEqual(Array(3).fill(digest(bytes)));
      expect(Buffer.compare((await blobs.read(digest(bytes))) ?? randomBytes(1), bytes)).toBe(0);
    }
  });

  test('has nothing under another name', async () => {
    const blobs = openS3Blobs(conformingBucket());
    await blobs.save(IMAGE);
    for (const name of ['a'.repeat(64), '../secret', '', 'A'.repeat(64), `${digest(IMAGE)}\n`])
      expect(await blobs.read(name)).toBeUndefined();
  });

  test('refuses a wrong secret, and is then unavailable', async () => {
    const blobs = openS3Blobs({ ...conformingBucket(), secretAccessKey: 'wrong' });
    await expect(blobs.save(IMAGE)).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(blobs.read(digest(IMAGE))).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});

test('what is there is not sent again; what is there cut short is', async () => {
  await open().save(IMAGE);
  await open().save(IMAGE);
  expect(service.calls).toEqual(['HEAD', 'PUT', 'HEAD']);
  expect([...service.objects.keys()]).toEqual([pathOf(IMAGE)]);
  service.objects.set(pathOf(IMAGE), Buffer.from('une'));
  await open().save(IMAGE);
  expect(service.objects.get(pathOf(IMAGE))?.toString()).toBe('une image');
});

test('without the right to list the bucket, a missing object is 403: it is saved all the same', async () => {
  service.mayList = false;
  await open().save(IMAGE);
  expect(Buffer.from((await open().read(digest(IMAGE))) ?? []).toString()).toBe('une image');
});

/** Only a service that never answers has to be given up; on a busy machine an answer may take its time. */
const patienceFor = (fault: string) => (fault === 'hang' ? { timeoutMs: 1000 } : {});

test.each(['slow-down', 'internal', 'cut', 'hang'] as const)(
  '%s passes: the call is made again',
  async (fault) => {
    service.faults.push(fault, fault);
    expect(await open(patienceFor(fault)).save(IMAGE)).toBe(digest(IMAGE));
    expect(service.calls).toEqual(['HEAD', 'HEAD', 'HEAD', 'PUT']);
  },
);

test('a reply that breaks off is asked for again', async () => {
  await open().save(IMAGE);
  service.faults.push('half');
  expect(Buffer.from((await open().read(digest(IMAGE))) ?? []).toString()).toBe('une image');
});

test.each([
  ['slow-down', 3, 'store_unavailable'],
  ['hang', 3, 'store_unavailable'],
  ['full', 1, 'store_full'],
] as const)('%s %i times: the write is refused with %s', async (fault, times, reason) => {
  service.faults.push(...Array<typeof fault>(3).fill(fault));
  await expect(open(patienceFor(fault)).save(IMAGE)).rejects.toMatchObject({ problem: { reason } });
  expect(service.calls.length).toBe(times);
  expect(service.objects.size).toBe(0);
});

test('other bytes than those of the name are not handed out', async () => {
  service.objects.set(pathOf(IMAGE), Buffer.from('something'));
  await expect(open().read(digest(IMAGE))).rejects.toMatchObject({ code: 'store_unavailable' });
});

test('a bucket that is not there is an error, not an empty one; nothing secret is in it', async () => {
  const gone = open({ bucket: 'nobodys' });
  const errors = await Promise.all(
    [gone.save(IMAGE), gone.read(digest(IMAGE))].map((call) => call.catch((error: unknown) => error)),
  );
  for (const error of errors) {
    expect(error).toMatchObject({ code: 'store_unavailable' });
    const cause = error instanceof PasserelleError ? error.cause : undefined;
    expect(String(cause)).toBe('Error: the bucket answered 404 NoSuchBucket');
  }
});

test('a service that is not there is unavailable', async () => {
  const blobs = open({ endpoint: 'http://127.0.0.1:1' });
  await expect(blobs.save(IMAGE)).rejects.toMatchObject({ code: 'store_unavailable' });
});

test('the bucket may be part of the host’s name, and the service below a path', () => {
  const place = { ...service.bucket, bucket: 'images', prefix: '' };
  const name = `aa/aa/${'a'.repeat(64)}`;
  const at = (changes: Partial<S3Bucket>) => objectUrl({ ...place, ...changes })('a'.repeat(64));
  expect(at({ endpoint: 'https://s3.example:9000' })).toBe(`https://s3.example:9000/images/${name}`);
  expect(at({ endpoint: 'https://s3.example/base/' })).toBe(`https://s3.example/base/images/${name}`);
  expect(at({ endpoint: 'https://s3.example', pathStyle: false })).toBe(`https://images.s3.example/${name}`);
});

describe('an object that is read while it is sent', () => {
  const large = randomBytes(9_000_000);
  const bytesOf = async (stream: ReadableStream<Uint8Array> | undefined) =>
    Buffer.from(await new Response(stream).arrayBuffer());

  test('comes in parts, each asked for again where it failed; a range of it too', async () => {
    const sha256 = await open().save(large);
    const file = await open().open(sha256);
    expect(file?.bytes).toBe(large.length);
    service.calls.length = 0;
    service.faults.push('half', 'slow-down');
    expect((await bytesOf(file?.stream())).equals(large)).toBe(true);
    expect(service.calls).toEqual(Array(5).fill('GET'));
    const range = { first: 10, last: 5_000_000 };
    expect((await bytesOf(file?.stream(range))).equals(large.subarray(10, 5_000_001))).toBe(true);
  });

  test('ends with an error where it is not what its name says; what is not there is none', async () => {
    const sha256 = await open().save(large);
    const file = await open().open(sha256);
    service.objects.set(pathOf(large), randomBytes(large.length));
    await expect(bytesOf(file?.stream())).rejects.toMatchObject({ code: 'store_unavailable' });
    service.objects.clear();
    await expect(bytesOf(file?.stream())).rejects.toMatchObject({ code: 'store_unavailable' });
    for (const name of [sha256, '../secret']) expect(await open().open(name)).toBeUndefined();
  });
});
