export type FormPart = readonly [name: string, value: string | Uint8Array];

/** Parts in the order given, as libcurl writes them. */
export function multipart(parts: readonly FormPart[]): {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
} {
  const boundary = '------------------------d74496d66958873e';
  const chunks = parts.flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** Posts a form and gives the reply's text. */
export async function post(
  url: string,
  parts: readonly FormPart[],
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(url, { method: 'POST', ...multipart(parts) });
  return { status: response.status, text: await response.text() };
}
