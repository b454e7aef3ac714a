import { closeStreams } from './event-feed';
import { endSuggesting } from './suggesting';

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    closeStreams();
    endSuggesting();
  });
}
