package org.threefold.oversight.page;

import java.net.URI;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.AccessSettings;

/** Tells the page where to sign in; open, for it is asked before that. */
@RestController
class PageHttp {

  /** The page's name at the issuer; a public client, so there is no secret. */
  private static final String CLIENT = "threefold-page";

  /** What the page needs to begin. */
  record PageConfig(URI issuer, String clientId) {}

  private final AccessSettings access;

  PageHttp(AccessSettings access) {
    this.access = access;
  }

  @GetMapping("/page-config.json")
  PageConfig config() {
    return new PageConfig(access.issuer(), CLIENT);
  }
}
