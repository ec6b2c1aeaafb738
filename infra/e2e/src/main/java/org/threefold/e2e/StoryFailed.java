package org.threefold.e2e;

/** A step of a story did not come out as it should. */
public final class StoryFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoryFailed(String message) {
    super(message);
  }
}
