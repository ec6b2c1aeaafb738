// Figure N-01: how many needs ever reached each step.
import type { Funnel } from './api';
import type { Words } from './words';

export function FunnelView({ words, funnel }: { readonly words: Words; readonly funnel: Funnel }) {
  const most = Math.max(1, ...funnel.steps.map((it) => it.needs));
  return (
    <section className="panel" aria-labelledby="funnel-title">
      <div className="panel-head">
        <h2 id="funnel-title">{words.say('ui.funnel')}</h2>
        <p>{words.say('ui.funnel.hint')}</p>
      </div>
      <ol className="funnel">
        {funnel.steps.map((it) => (
          <li key={it.step}>
            <span className="step">{words.code('step', it.step)}</span>
            <b>{words.count(it.needs)}</b>
            <span className="track" aria-hidden="true">
              <span className="fill" style={{ width: `${(it.needs / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
