package org.threefold.access.rights;

import static org.springframework.web.bind.annotation.RequestMethod.GET;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threefold.access.May;
import org.threefold.access.Open;

/**
 * Ends the start of an application in which a handler below a guarded path needs no right, or an
 * unknown one, unless it is open on purpose.
 */
final class RightsCheck implements SmartInitializingSingleton {

  /** Below these, every handler needs a right or is open on purpose. */
  static final List<String> GUARDED = List.of("/api/", "/open311/");

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private final RightsTable rights;

  RightsCheck(ObjectProvider<RequestMappingHandlerMapping> mappings, RightsTable rights) {
    this.mappings = mappings;
    this.rights = rights;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> faults =
        mappings.stream()
            .flatMap(it -> it.getHandlerMethods().entrySet().stream())
            .filter(it -> isGuarded(it.getKey().getPatternValues()))
            .map(it -> fault(it.getKey(), it.getValue()))
            .filter(it -> it != null)
            .sorted()
            .toList();
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }

  private static boolean isGuarded(Collection<String> patterns) {
    return patterns.stream().anyMatch(it -> GUARDED.stream().anyMatch((it + "/")::startsWith));
  }

  private @Nullable String fault(RequestMappingInfo route, HandlerMethod handler) {
    May may = handler.getMethodAnnotation(May.class);
    if (handler.hasMethodAnnotation(Open.class)) {
      return may == null && route.getMethodsCondition().getMethods().equals(Set.of(GET))
          ? null
          : route + " is @Open, so it only reads and has no @May";
    }
    if (may == null) {
      return route + " says not with @May which right it needs";
    }
    return rights.knows(may.value())
        ? null
        : route + " needs the right " + may.value() + ", which is not in the rights table";
  }
}
