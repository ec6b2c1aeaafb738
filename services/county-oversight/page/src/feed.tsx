// What happens just now, in plain words.
import { useEffect, useState } from 'react';
import type { Fact } from './api';
import type { Words } from './words';

interface Props {
  readonly words: Words;
  readonly facts: readonly Fact[];
  readonly onOpen: ((id: string) => void) | undefined;
}

/** One polite word every so often; a list that is read out with every fact would never be silent. */
const ANNOUNCE_MS = 8000;

const KINDS = new Set([
  'need',
  'project',
  'funding',
  'evaluation',
  'archive',
  'fund',
  'station',
  'division',
  'operator',
  'activity',
  'resource',
]);

export function kindOf(fact: Fact): string {
  const kind = fact.stream.slice(0, fact.stream.indexOf('/'));
  return KINDS.has(kind) ? kind : 'other';
}

export function Feed({ words, facts, onOpen }: Props) {
  return (
    <aside className="panel feed" aria-labelledby="feed-title">
      <div className="panel-head">
        <h2 id="feed-title">{words.say('ui.feed')}</h2>
      </div>
      <Announcer words={words} fact={facts[0]} />
      {facts.length === 0 ? (
        <p className="more">{words.say('ui.feed.empty')}</p>
      ) : (
        <ol tabIndex={0} aria-labelledby="feed-title">
          {facts.map((it) => (
            <li key={it.eventId} className={`of-${kindOf(it)}`}>
              <p className="line">
                <span className="tag">{words.code('source', kindOf(it))}</span>
                <time dateTime={it.at} title={words.at(it.at)}>
                  {words.clock(it.at)}
                </time>
              </p>
              <p>{words.fact(it.sentence, it.with, it.amountFen)}</p>
              <p className="line">
                <span className="meta">{words.actor(it.actor)}</span>
                {onOpen && /^[NP]-/.test(it.flow) && (
                  <button type="button" className="link" onClick={() => onOpen(it.flow)}>
                    {it.flow}
                  </button>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}

function Announcer({ words, fact }: { readonly words: Words; readonly fact: Fact | undefined }) {
  const [said, setSaid] = useState<Fact>();
  useEffect(() => {
    const timer = setTimeout(() => setSaid(fact), said ? ANNOUNCE_MS : 0);
    return () => clearTimeout(timer);
  }, [fact, said]);
  return (
    <p className="unseen" aria-live="polite">
      {said ? words.fact(said.sentence, said.with, said.amountFen) : ''}
    </p>
  );
}
