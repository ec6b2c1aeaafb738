package org.threefold.messaging;

/** Hands out running numbers, kept in the store; a bean of every service. */
public interface Numbers {

  /**
   * The next number of a series, from 1 on. A number is handed out once; numbers taken by requests
   * that failed leave holes.
   */
  long next(String series);

  /**
   * The number given before for this request, or else the next one, so that a repeated request
   * makes the same thing.
   *
   * @throws KeyReused if the key was used with another body
   */
  long next(String series, Cause.Asked request);
}
