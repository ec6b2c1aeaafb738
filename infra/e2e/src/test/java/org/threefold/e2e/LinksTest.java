package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages for people point to is there. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("services"))) {
      folder = Objects.requireNonNull(folder.getParent(), "There is no checkout here");
    }
    return folder;
  }

  private static List<String> brokenIn(Path page) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      if (!Files.exists(page.resolveSibling(link.group(1)))) {
        broken.add(page + " -> " + link.group(1));
      }
    }
    return broken;
  }

  @Test
  void every_relative_link_leads_somewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int pages = 0;
    try (Stream<Path> files = Files.walk(root())) {
      for (Path page : (Iterable<Path>) files.filter(LinksTest::isOurs)::iterator) {
        broken.addAll(brokenIn(page));
        pages++;
      }
    }
    assertThat(broken).isEmpty();
    assertThat(pages).isGreaterThan(10);
  }

  @Test
  void a_link_to_nowhere_is_found() throws IOException {
    Path page = Files.createTempFile("page", ".md");
    Files.writeString(page, "see [this](nowhere.md) and [that](https://example.org)");
    assertThat(brokenIn(page)).hasSize(1);
    Files.delete(page);
  }

  private static boolean isOurs(Path file) {
    String path = file.toString();
    return path.endsWith(".md") && !path.contains("node_modules") && !path.contains("/target/");
  }
}
