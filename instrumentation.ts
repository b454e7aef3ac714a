/** What the server does as it starts: it reads what waits, and ends the open streams when it is asked to stop. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  await import('./app/server/shutdown');
  const { suggestAtStart } = await import('./app/server/suggesting');
  suggestAtStart();
}
