import { describe, expect, test } from 'vitest';
import { SseParser, type SseEvent } from './sse';

function parse(pieces: string[]): { events: SseEvent[]; parser: SseParser } {
  const events: SseEvent[] = [];
  const parser = new SseParser((it) => events.push(it));
  pieces.forEach((it) => parser.push(it));
  return { events, parser };
}

const STREAM =
  'retry: 2000\nid: 5\nevent: hello\ndata: {"until":"x"}\n\n' +
  ': all is well\nid: 7\n\n' +
  'id: 9\nevent: need.sorted.v1\ndata: {"a":1}\n\n';

describe('server-sent events', () => {
  test('are the same wherever the pieces are cut', () => {
    const whole = parse([STREAM]).events;
    expect(whole).toEqual([
      { id: '5', name: 'hello', data: '{"until":"x"}' },
      { id: '9', name: 'need.sorted.v1', data: '{"a":1}' },
    ]);
    for (let cut = 1; cut < STREAM.length; cut++) {
      expect(parse([STREAM.slice(0, cut), STREAM.slice(cut)]).events).toEqual(whole);
    }
    expect(parse([...STREAM]).events).toEqual(whole);
  });

  test('a heartbeat moves the place to come back to, and says nothing', () => {
    const { events, parser } = parse([STREAM.slice(0, STREAM.indexOf('id: 9'))]);
    expect(events).toHaveLength(1);
    expect(parser.lastId).toBe('7');
    expect(parser.retryMs).toBe(2000);
  });

  test('half an event is not told, and does not count as seen', () => {
    const { events, parser } = parse(['id: 11\nevent: x.v1\ndata: {"half"']);
    expect(events).toHaveLength(0);
    expect(parser.lastId).toBe('');
  });
});
