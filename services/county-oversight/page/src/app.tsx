// Who is here: nobody yet, somebody on the way back from the issuer, or a reader of the board.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Api, type Me, Problem } from './api';
import { pageConfig, SignIn } from './auth';
import { County } from './county';
import { Welcome } from './welcome';
import { type Language, Words } from './words';

type Session =
  | { readonly kind: 'beginning' }
  | { readonly kind: 'out'; readonly trouble?: string }
  | { readonly kind: 'in'; readonly token: string; readonly me: Me };

const LANGUAGE = 'threefold.language';

/** The way back from the issuer can be gone only once, however often a component is mounted. */
let beginning: Promise<{ signIn: SignIn; token: string | null; trouble?: string }> | undefined;

async function begin(): Promise<{ signIn: SignIn; token: string | null; trouble?: string }> {
  const config = await pageConfig();
  const signIn = new SignIn(config);
  try {
    return { signIn, token: await signIn.token() };
  } catch {
    return { signIn, token: null, trouble: 'ui.signin.failed' };
  }
}

export function App() {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh',
  );
  const words = useMemo(() => new Words(language), [language]);
  const [signIn, setSignIn] = useState<SignIn>();
  const [session, setSession] = useState<Session>({ kind: 'beginning' });

  useEffect(() => {
    localStorage.setItem(LANGUAGE, language);
    document.documentElement.lang = words.locale;
    document.title = words.say('ui.title');
  }, [language, words]);

  useEffect(() => {
    beginning ??= begin();
    void beginning.then(
      async (it) => {
        setSignIn(it.signIn);
        if (it.token === null) {
          setSession(it.trouble ? { kind: 'out', trouble: it.trouble } : { kind: 'out' });
          return;
        }
        try {
          const me = await new Api(it.token, 'zh').me();
          setSession({ kind: 'in', token: it.token, me });
        } catch (failed) {
          const expired = failed instanceof Problem && failed.status === 401;
          setSession(expired ? { kind: 'out' } : { kind: 'out', trouble: 'ui.offline' });
        }
      },
      () => setSession({ kind: 'out', trouble: 'ui.offline' }),
    );
  }, []);

  const start = useCallback(() => {
    signIn?.start().catch(() => setSession({ kind: 'out', trouble: 'ui.signin.failed' }));
  }, [signIn]);
  const end = useCallback(() => void signIn?.end(), [signIn]);
  const toggle = useCallback(() => setLanguage((it) => (it === 'zh' ? 'en' : 'zh')), []);

  if (session.kind === 'beginning') {
    return <div className="blank" />;
  }
  if (session.kind === 'out') {
    return <Welcome words={words} trouble={session.trouble} onSignIn={start} onLanguage={toggle} />;
  }
  return (
    <County
      language={language}
      token={session.token}
      me={session.me}
      onLanguage={toggle}
      onSignIn={start}
      onSignOut={end}
    />
  );
}
