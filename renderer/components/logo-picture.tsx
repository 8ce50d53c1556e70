import { type ReactElement, useEffect, useState } from 'react';
import type { Logo } from '#shared/domain/people.ts';

interface LogoPictureProps {
  readonly logo: Logo;
  readonly alt: string;
  readonly className: string;
}

/** Shown from memory: the policy of the pages lets no picture in by a data address. */
export function LogoPicture({ logo, alt, className }: LogoPictureProps): ReactElement | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const bytes = Uint8Array.from(atob(logo.base64), (letter) => letter.codePointAt(0) ?? 0);
    const made = URL.createObjectURL(new Blob([bytes], { type: logo.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [logo]);
  return url === null ? null : <img className={className} src={url} alt={alt} />;
}
