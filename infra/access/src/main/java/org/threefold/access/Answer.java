package org.threefold.access;

import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.threefold.messaging.Versioned;

/** How a state is shown: the view as JSON, the version as ETag. */
public final class Answer {

  private Answer() {}

  /** 200 with the view. */
  public static <S, V> ResponseEntity<V> of(Versioned<S> found, Function<S, V> view) {
    return ResponseEntity.ok().eTag(Long.toString(found.version())).body(view.apply(found.state()));
  }

  /** 201 with the view and where it can be read again. */
  public static <S, V> ResponseEntity<V> created(
      Versioned<S> made, String path, Function<S, V> view) {
    return ResponseEntity.created(URI.create(path))
        .eTag(Long.toString(made.version()))
        .body(view.apply(made.state()));
  }
}
