/** The address of a source's page. */
export function sourceAddress(id: string): string {
  return `/sources/${encodeURIComponent(id)}`;
}
