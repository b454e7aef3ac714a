import { closeStreams } from './event-feed';

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, closeStreams);
