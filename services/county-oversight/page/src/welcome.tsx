// What somebody sees who is not signed in: what this is, and what to do.
import type { Words } from './words';

interface Props {
  readonly words: Words;
  readonly trouble: string | undefined;
  readonly onSignIn: () => void;
  readonly onLanguage: () => void;
}

export function Brand({ words }: { readonly words: Words }) {
  return (
    <div className="brand">
      <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M8 10h16M10 16h12M7 22h18" />
      </svg>
      <div>
        <h1>{words.say('ui.title')}</h1>
        <p>{words.say('ui.subtitle')}</p>
      </div>
    </div>
  );
}

export function Welcome({ words, trouble, onSignIn, onLanguage }: Props) {
  return (
    <div className="welcome">
      <header className="top">
        <Brand words={words} />
        <button type="button" className="quiet" onClick={onLanguage}>
          {words.say('ui.lang')}
        </button>
      </header>
      <main className="card-large">
        <h2>{words.say('ui.signin.title')}</h2>
        <p className="lead">{words.say('ui.signin.lead')}</p>
        <ol>
          <li>{words.say('ui.signin.1')}</li>
          <li>{words.say('ui.signin.2')}</li>
          <li>{words.say('ui.signin.3')}</li>
        </ol>
        {trouble && (
          <p className="trouble" role="alert">
            {words.say(trouble)}
          </p>
        )}
        <button type="button" className="primary" onClick={onSignIn}>
          {words.say('ui.signin.do')}
        </button>
      </main>
    </div>
  );
}
