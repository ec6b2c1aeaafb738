// Signing in at the issuer: OAuth2 authorization code with PKCE, as a public client.
import { UserManager, WebStorageStateStore } from 'oidc-client-ts';

export interface PageConfig {
  readonly issuer: string;
  readonly clientId: string;
}

export async function pageConfig(): Promise<PageConfig> {
  const response = await fetch('/page-config.json');
  if (!response.ok) {
    throw new Error(`page-config.json: ${response.status}`);
  }
  return (await response.json()) as PageConfig;
}

export class SignIn {
  private readonly users: UserManager;

  constructor(config: PageConfig) {
    const home = `${window.location.origin}/`;
    this.users = new UserManager({
      authority: config.issuer,
      client_id: config.clientId,
      redirect_uri: home,
      post_logout_redirect_uri: home,
      response_type: 'code',
      scope: 'openid',
      automaticSilentRenew: false,
      monitorSession: false,
      loadUserInfo: false,
      // Gone with the tab.
      userStore: new WebStorageStateStore({ store: window.sessionStorage }),
      stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    });
  }

  /** The token of who is signed in, or has just come back from the issuer; null if nobody is. */
  async token(): Promise<string | null> {
    const query = new URLSearchParams(window.location.search);
    if (query.has('state') && (query.has('code') || query.has('error'))) {
      try {
        const user = await this.users.signinRedirectCallback();
        return user.access_token;
      } finally {
        window.history.replaceState(null, '', '/');
      }
    }
    const user = await this.users.getUser();
    return user && !user.expired ? user.access_token : null;
  }

  start(): Promise<void> {
    return this.users.signinRedirect();
  }

  async end(): Promise<void> {
    try {
      await this.users.signoutRedirect();
    } catch {
      await this.users.removeUser();
      window.location.assign('/');
    }
  }
}
