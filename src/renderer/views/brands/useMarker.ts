import { useMemo } from 'react';
import { compile, parse } from '#shared/query-language/index.ts';
import type { MarkRange } from '#renderer/ui/Marked.tsx';

/** Finds in a text what a query looks for; nothing where the query cannot be read. */
export function useMarker(query: string | null): (text: string) => MarkRange[] {
  return useMemo((): ((text: string) => MarkRange[]) => {
    const result = query === null ? null : parse(query);
    if (result === null || !result.ok) return () => [];
    const matcher = compile(result.query);
    return (text) => matcher.ranges(text);
  }, [query]);
}
