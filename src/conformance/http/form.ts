/** A variable; one with a file name is a file part of a multipart form. */
export interface Field {
  readonly name: string;
  readonly value: string | Uint8Array;
  readonly fileName?: string;
}

export interface FormBody {
  readonly contentType: string;
  readonly bytes: Buffer;
}

const BOUNDARY = '------------------------6f0b7c1d9a3e5824';

/** Parts in the order given, as libcurl writes them: no content type but on files, no charset. */
export function multipartForm(fields: readonly Field[]): FormBody {
  const parts = fields.flatMap(({ name, value, fileName }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${fileHead(fileName)}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    bytes: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}

const fileHead = (fileName: string | undefined): string =>
  fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`;

/** Every byte that is not a letter or a digit is escaped, so any bytes can be sent. */
export function urlencodedForm(fields: readonly Field[]): FormBody {
  const text = fields.map(({ name, value }) => `${percentEncoded(name)}=${percentEncoded(value)}`).join('&');
  return { contentType: 'application/x-www-form-urlencoded', bytes: Buffer.from(text) };
}

const percentEncoded = (value: string | Uint8Array): string =>
  Buffer.from(value)
    .toString('latin1')
    .replace(
      /[^A-Za-z0-9]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
