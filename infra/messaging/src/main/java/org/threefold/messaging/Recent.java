package org.threefold.messaging;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of so many entries at most: those used last. */
final class Recent<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1;
  private static final int INITIAL = 16;
  private static final float LOAD = 0.75f;

  private final int most;

  Recent(int most) {
    super(INITIAL, LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
