package org.threefold.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that must not be found, in every form in which they could be read: as text in the usual
 * encodings, escaped in JSON, in hexadecimal and in Base64, wherever in it they begin.
 */
final class Marks {

  private static final Charset GBK = Charset.forName("GBK");
  private static final int BLOCK_BYTES = 4 * 1024 * 1024;

  /** Each form as Latin-1 text, and what it is a form of. */
  private final Map<String, String> forms = new LinkedHashMap<>();

  private final int longest;

  Marks(List<String> words) {
    words.forEach(this::addForms);
    longest = forms.keySet().stream().mapToInt(String::length).max().orElseThrow();
  }

  private void addForms(String word) {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, GBK)) {
      byte[] bytes = word.getBytes(charset);
      add(bytes, word + " in " + charset);
      for (String base64 : inBase64(bytes)) {
        add(base64, word + " in " + charset + " in Base64");
      }
      add(HexFormat.of().formatHex(bytes), word + " in " + charset + " in hexadecimal");
    }
    add(escaped(word, "\\u%04x"), word + " escaped");
    add(escaped(word, "\\u%04X"), word + " escaped");
  }

  private void add(byte[] form, String what) {
    add(new String(form, StandardCharsets.ISO_8859_1), what);
  }

  private void add(String form, String what) {
    forms.putIfAbsent(form, what);
  }

  private static String escaped(String word, String form) {
    var escaped = new StringBuilder();
    word.chars().forEach(it -> escaped.append(it < 128 ? (char) it : form.formatted(it)));
    return escaped.toString();
  }

  /** What of it is the same whatever stands before and behind. */
  private static List<String> inBase64(byte[] bytes) {
    List<String> all = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      int from = (before * 8 + 5) / 6;
      int to = shifted.length * 8 / 6;
      all.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
      all.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
    }
    return all;
  }

  /** What is found in these bytes. */
  List<String> in(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return forms.entrySet().stream()
        .filter(form -> text.contains(form.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  /** What is found in the files of this directory, and where. */
  List<String> in(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> inFile(file).stream().map(it -> it + " in " + file))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<String> inFile(Path file) {
    List<String> found = new ArrayList<>();
    byte[] block = new byte[BLOCK_BYTES + longest];
    int kept = 0; // The end of the block before, for what lies across.
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(block, 0, BLOCK_BYTES);
      while (read > 0) {
        byte[] whole = new byte[kept + read];
        System.arraycopy(block, 0, whole, 0, whole.length);
        found.addAll(in(whole));
        kept = Math.min(longest, whole.length);
        System.arraycopy(whole, whole.length - kept, block, 0, kept);
        read = in.readNBytes(block, kept, BLOCK_BYTES);
      }
    } catch (NoSuchFileException gone) {
      return List.of(); // The broker rolls its files while we look.
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found.stream().distinct().toList();
  }
}
