import { useEffect, useState } from 'react';
import { useRead } from '../api/api.tsx';
import { Icon } from '../app/icon.tsx';
import classes from './stored-image.module.css';

interface StoredImageProps {
  /** On this server; absent: there is none. */
  readonly path: string | undefined;
  /** Beside the name of what it shows, an image says nothing: empty. */
  readonly alt: string;
  readonly size: number;
}

const SHARPNESS = 2;

/** An image of the shop that is shown: asked for with the console's headers, which `<img>` alone would not send. */
export function StoredImage({ path, alt, size }: StoredImageProps) {
  const query = useRead(
    ['image', path, size],
    async ({ send }, signal) => {
      const response = await send(`${path}?width=${size * SHARPNESS}`, { signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.blob();
    },
    { enabled: path !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  const url = useBlobUrl(query.data);
  return (
    <span className={classes.frame} style={{ width: size, height: size }}>
      {url ? (
        <img src={url} alt={alt} width={size} height={size} />
      ) : (
        <Icon name="image" size={Math.min(size / 2, 40)} />
      )}
    </span>
  );
}

/** An address of its own for what was fetched, until it is not shown any more. */
export function useBlobUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return url;
}
