package org.threefold.messaging;

/**
 * What somebody outside has said can never be taken as it is, whoever tries; they have to say it
 * otherwise. Its message names the reason and repeats nothing of what was said.
 */
public final class Unfit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unfit(String message) {
    super(message);
  }
}
