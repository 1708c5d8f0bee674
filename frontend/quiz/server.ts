const PATIENCE = 20_000;

/** Whether the page could be had anew: the server answers, and still knows who asks. */
export async function atServer(): Promise<'here' | 'away' | 'signed-out'> {
  try {
    const page = await fetch(location.href, {
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return page.type === 'opaqueredirect' || page.status === 401 ? 'signed-out' : page.status < 500 ? 'here' : 'away';
  } catch {
    return 'away';
  }
}
