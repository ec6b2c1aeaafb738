package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {

  private static final String WORD = "欧阳墨痕";
  private static final Marks MARKS = new Marks(List.of(WORD, "13987650123"));

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_word_is_found_in_every_encoding() {
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GBK")) {
      byte[] bytes = ("名叫" + WORD + "的人").getBytes(Charset.forName(charset));
      assertThat(MARKS.in(bytes)).as(charset).containsExactly(WORD + " in " + charset);
    }
    assertThat(MARKS.in(utf8("tel13987650123."))).hasSize(1);
    assertThat(MARKS.in(utf8("\"\\u6b27\\u9633\\u58a8\\u75d5\""))).hasSize(1);
    assertThat(MARKS.in(utf8("\"\\u6B27\\u9633\\u58A8\\u75D5\""))).hasSize(1);
    assertThat(MARKS.in(utf8(HexFormat.of().formatHex(utf8(WORD))))).hasSize(1);
  }

  @Test
  void it_is_found_in_base64_wherever_it_begins() {
    for (String before : List.of("", "a", "ab", "abc")) {
      for (String behind : List.of("", "y", "yz")) {
        byte[] bytes = utf8(before + WORD + behind);
        assertThat(MARKS.in(Base64.getEncoder().encode(bytes))).as(before).hasSize(1);
        assertThat(MARKS.in(Base64.getUrlEncoder().encode(bytes))).as(before).hasSize(1);
      }
    }
  }

  @Test
  void other_words_are_not_found() {
    assertThat(MARKS.in(utf8("欧阳墨 13987650124 " + Base64.getEncoder().encodeToString(utf8("墨")))))
        .isEmpty();
  }

  @Test
  void files_are_looked_through_to_their_ends_and_across_blocks(@TempDir Path home)
      throws IOException {
    int block = 4 * 1024 * 1024;
    byte[] word = utf8(WORD);
    byte[] across = new byte[2 * block + 10];
    System.arraycopy(word, 0, across, block - 5, word.length);
    Files.createDirectories(home.resolve("deep/down"));
    Files.write(home.resolve("deep/down/across"), across);
    byte[] atEnd = new byte[2 * block];
    System.arraycopy(word, 0, atEnd, atEnd.length - word.length, word.length);
    Files.write(home.resolve("end"), atEnd);
    Files.write(home.resolve("clean"), new byte[block]);
    assertThat(MARKS.in(home))
        .containsExactlyInAnyOrder(
            WORD + " in UTF-8 in " + home.resolve("deep/down/across"),
            WORD + " in UTF-8 in " + home.resolve("end"));
  }
}
