/** Ends the open event streams when the server is asked to stop, so that it can. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { closeStreams } = await import('./app/server/event-feed');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, closeStreams);
}
