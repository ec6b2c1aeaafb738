package org.threefold.access;

/** There is no such thing, or none the caller may know of; the edge answers 404. */
public final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String id;

  /** What was asked for. */
  public NotFound(Object id) {
    super("Nothing is known of " + id);
    this.id = id.toString();
  }

  /** What was asked for, as text. */
  public String id() {
    return id;
  }
}
