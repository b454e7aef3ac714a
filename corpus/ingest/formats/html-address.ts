/**
 * An address as it may be kept: absolute, http, https or mailto. `base` is the page's own address,
 * null where nobody knows it. Null for scripts, for what leads nowhere and for what is damaged.
 */
export function safeHref(href: string | null, base: string | null): string | null {
  const trimmed = href?.trim() ?? '';
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > 4000) return null;
  const url = parsed(trimmed, base);
  return url !== null && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
}

/** The same for a page's own address: http or https alone. */
export function pageAddress(href: string | null | undefined, base: string | null): string | null {
  const safe = safeHref(href ?? null, base);
  return safe?.startsWith('http') === true ? safe : null;
}

function parsed(href: string, base: string | null): URL | null {
  // A page has hundreds of these, and a URL that cannot be made is a costly way to say no.
  if (base === null && !/^[a-z][a-z0-9+.-]*:/i.test(href)) return null;
  try {
    return base === null ? new URL(href) : new URL(href, base);
  } catch {
    return null;
  }
}
