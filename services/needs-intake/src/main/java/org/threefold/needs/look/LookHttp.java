package org.threefold.needs.look;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.May;

/** The proof that no look was changed or taken out. */
@RestController
class LookHttp {

  private final Looks looks;

  LookHttp(Looks looks) {
    this.looks = looks;
  }

  @GetMapping("/api/v1/looks/check")
  @May("look.check")
  Looks.Proof check() {
    return looks.check();
  }
}
