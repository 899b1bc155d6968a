import { useEffect, useRef } from 'preact/hooks';

/** Takes files that are dropped anywhere on the page, which the browser would open instead of it. */
export function useFileDrop(onFiles: (files: File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const stop = new AbortController();
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const allow = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      latest.current(Array.from(event.dataTransfer?.files ?? []));
    };
    document.addEventListener('dragover', allow, { signal: stop.signal });
    document.addEventListener('drop', take, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
