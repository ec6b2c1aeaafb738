// The golden thread of one need or project: every hop, with who, when and how much.
import { useEffect, useRef, useState } from 'react';
import { type Api, Problem, type Trace } from './api';
import { kindOf } from './feed';
import type { Words } from './words';

interface Props {
  readonly words: Words;
  readonly api: Api;
  readonly id: string;
  /** The id of the latest fact of this need or project; a new one makes the thread be read again. */
  readonly news: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function Thread({ words, api, id, news, onOpen, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [read, setRead] = useState<Trace>();
  const [failure, setFailure] = useState<{ id: string; code: string }>();
  // What was read of another one is not shown while this one is being read.
  const trace = read?.id === id ? read : undefined;
  const failed = failure?.id === id && !trace ? failure.code : undefined;

  useEffect(() => {
    if (dialog.current && !dialog.current.open) {
      dialog.current.showModal();
    }
  }, []);

  useEffect(() => {
    let wanted = true;
    api.trace(id).then(
      (it) => wanted && setRead(it),
      (it: unknown) => wanted && setFailure({ id, code: it instanceof Problem ? it.code : '–' }),
    );
    return () => {
      wanted = false;
    };
  }, [api, id, news]);

  return (
    <dialog ref={dialog} className="thread" aria-labelledby="thread-title" onClose={onClose}>
      <div className="thread-head">
        <div>
          <h2 id="thread-title">{words.say('ui.thread')}</h2>
          <p className="id">{id}</p>
        </div>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {words.say('ui.thread.close')}
        </button>
      </div>
      {!trace && !failed && <p className="more">{words.say('ui.thread.loading')}</p>}
      {failed && (
        <p className="trouble" role="alert">
          {words.say('ui.thread.failed', { code: failed })}
        </p>
      )}
      {trace && <Hops words={words} trace={trace} onOpen={onOpen} />}
    </dialog>
  );
}

function Hops({
  words,
  trace,
  onOpen,
}: {
  readonly words: Words;
  readonly trace: Trace;
  readonly onOpen: (id: string) => void;
}) {
  const { mergedInto } = trace;
  const list = trace.id.startsWith('N-') ? 'need' : 'project';
  return (
    <>
      <p className="summary">
        {trace.status && <span className="status">{words.code(list, trace.status)}</span>}
        <span>{words.say('ui.thread.hops', { n: words.count(trace.hops.length) })}</span>
        {trace.projects.map((it) => (
          <button key={it} type="button" className="link" onClick={() => onOpen(it)}>
            {words.say('ui.thread.project', { id: it })}
          </button>
        ))}
        {trace.needs.map((it) => (
          <button key={it} type="button" className="link" onClick={() => onOpen(it)}>
            {words.say('ui.need', { id: it })}
          </button>
        ))}
      </p>
      {mergedInto && (
        <p className="summary">
          <button type="button" className="link" onClick={() => onOpen(mergedInto)}>
            {words.say('ui.thread.merged', { id: mergedInto })}
          </button>
        </p>
      )}
      {!trace.complete && <p className="trouble">{words.say('ui.thread.partial')}</p>}
      <ol className="hops">
        {trace.hops.map((it) => (
          <li key={it.eventId} className={`of-${kindOf(it)}`}>
            <p className="line">
              <time dateTime={it.at}>{words.at(it.at)}</time>
              <span className="tag">{words.code('source', kindOf(it))}</span>
              {it.amountFen !== undefined && <b className="sum">{words.yuan(it.amountFen)}</b>}
            </p>
            <p>{words.fact(it.sentence, it.with, it.amountFen)}</p>
            <p className="line">
              <span className="meta">{words.actor(it.actor)}</span>
              <code>{it.eventId}</code>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
