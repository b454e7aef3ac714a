/** Ends the open event streams when the server is asked to stop, so that it can. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') await import('./app/server/shutdown');
}
