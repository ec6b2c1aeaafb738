// Server-sent events over fetch, because EventSource cannot send a token. Comes back by itself, to where it was.

export interface SseEvent {
  readonly id: string;
  readonly name: string;
  readonly data: string;
}

/** Splits a stream of text into events, however the pieces arrive. */
export class SseParser {
  private rest = '';
  private id = '';
  private name = '';
  private data: string[] = [];

  /** The reconnection time the server asked for, if it did. */
  retryMs: number | undefined;

  constructor(private readonly onEvent: (event: SseEvent) => void) {}

  /** The id of the last event; a heartbeat moves it too. */
  lastId = '';

  push(text: string): void {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    lines.forEach((line) => this.line(line));
  }

  private line(line: string): void {
    if (line === '') {
      this.lastId = this.id;
      if (this.data.length > 0) {
        this.onEvent({ id: this.id, name: this.name || 'message', data: this.data.join('\n') });
      }
      this.name = '';
      this.data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') {
      this.id = value;
    } else if (field === 'event') {
      this.name = value;
    } else if (field === 'data') {
      this.data.push(value);
    } else if (field === 'retry' && /^\d+$/.test(value)) {
      this.retryMs = Number(value);
    }
  }
}

export type Connection = 'connecting' | 'open' | 'waiting' | 'full' | 'expired' | 'none';

export interface StreamOptions {
  readonly url: string;
  readonly token: string;
  readonly onEvent: (event: SseEvent) => void;
  readonly onState: (state: Connection) => void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** The server beats every 15 s; after three missed beats nobody is there. */
const SILENCE_MS = 50_000;

/** Listens until the returned function is called, the token expires or the role is refused. */
export function listen(options: StreamOptions): () => void {
  const stop = new AbortController();
  void run(options, stop.signal);
  return () => stop.abort();
}

async function run({ url, token, onEvent, onState }: StreamOptions, stop: AbortSignal): Promise<void> {
  let lastId = '';
  let wait = FIRST_WAIT_MS;
  while (!stop.aborted) {
    onState('connecting');
    let state: Connection = 'waiting';
    const silence = new AbortController();
    let alarm: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      clearTimeout(alarm);
      alarm = setTimeout(() => silence.abort(), SILENCE_MS);
    };
    try {
      heard();
      const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
      if (lastId) {
        headers['Last-Event-ID'] = lastId;
      }
      const response = await fetch(url, {
        headers,
        cache: 'no-store',
        signal: AbortSignal.any([stop, silence.signal]),
      });
      if (response.status === 401 || response.status === 403) {
        onState(response.status === 401 ? 'expired' : 'none');
        return;
      }
      if (response.status === 503) {
        state = 'full';
      } else if (response.ok && response.body) {
        onState('open');
        wait = FIRST_WAIT_MS;
        let expired = false;
        const parser = new SseParser((event) => {
          if (event.name === 'bye') {
            expired = event.data.includes('EXPIRED');
          } else {
            onEvent(event);
          }
        });
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
          heard();
          parser.push(piece.value);
          lastId = parser.lastId || lastId;
        }
        if (expired) {
          onState('expired');
          return;
        }
        wait = parser.retryMs ?? wait;
      }
    } catch {
      // Whatever broke, it is tried again below.
    } finally {
      clearTimeout(alarm);
    }
    if (!stop.aborted) {
      onState(state);
      await pause(wait, stop);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
