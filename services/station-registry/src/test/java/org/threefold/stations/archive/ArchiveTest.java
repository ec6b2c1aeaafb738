package org.threefold.stations.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.events.ArchiveDocument.CONTRACT;
import static org.threefold.events.ArchiveDocument.DESIGN;
import static org.threefold.events.ArchiveDocument.NEED_BASIS;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.DivisionCode;
import org.threefold.events.ProjectId;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemExpected;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.stations.archive.ArchiveCommand.Draft;
import org.threefold.stations.archive.ArchiveCommand.Expect;
import org.threefold.stations.archive.ArchiveCommand.File;

class ArchiveTest {

  private static final ProjectId PROJECT = new ProjectId("P-2026-511523100-0001");
  private static final LocalDate DUE = LocalDate.of(2026, 12, 23);
  private static final String HASH = "ab".repeat(32);
  private static final ArchiveCode CODE = new ArchiveCode("SG01-ZY·XM·2026-D30-100-0001");

  @Test
  void a_step_of_the_project_makes_a_document_expected() {
    assertThat(Archive.NONE.decide(new Expect(PROJECT, NEED_BASIS, DUE)))
        .isEqualTo(
            List.of(
                new ArchiveItemExpected(PROJECT, NEED_BASIS, DUE),
                new ArchiveCompletenessChanged(PROJECT, 1, 0, 0, List.of(NEED_BASIS))));
  }

  @Test
  void a_document_is_expected_once() {
    assertThat(expecting(DESIGN).decide(new Expect(PROJECT, DESIGN, DUE.plusDays(1)))).isEmpty();
  }

  @Test
  void filing_makes_the_file_more_complete() {
    assertThat(expecting(NEED_BASIS, DESIGN, CONTRACT).decide(file(DESIGN, "设计方案", HASH, 3, false)))
        .isEqualTo(
            List.of(
                new ArchiveItemFiled(PROJECT, DESIGN, CODE.value(), HASH, 3),
                new ArchiveCompletenessChanged(PROJECT, 3, 1, 33, List.of(NEED_BASIS, CONTRACT))));
  }

  @Test
  void a_full_file_is_complete() {
    assertThat(expecting(DESIGN).decide(file(DESIGN, "设计方案", HASH, 3, false)))
        .endsWith(new ArchiveCompletenessChanged(PROJECT, 1, 1, 100, List.of()));
  }

  @Test
  void what_nobody_expects_is_not_filed() {
    refused("REG-083", expecting(NEED_BASIS), file(DESIGN, "设计方案", HASH, 3, false));
  }

  @Test
  void a_document_is_filed_once() {
    Archive archive = and(expecting(DESIGN), file(DESIGN, "设计方案", HASH, 3, false));
    refused("REG-085", archive, file(DESIGN, "设计方案", HASH, 3, false));
  }

  @Test
  void a_document_has_pages_and_the_hash_of_its_content() {
    refused("REG-084", expecting(DESIGN), file(DESIGN, "设计方案", HASH, 0, false));
    refused("REG-084", expecting(DESIGN), file(DESIGN, "设计方案", "AB".repeat(32), 3, false));
    refused("REG-084", expecting(DESIGN), file(DESIGN, "设计方案", "ab", 3, false));
  }

  @Test
  void what_binds_somebody_is_signed() {
    refused("REG-084", expecting(CONTRACT), file(CONTRACT, "服务合同", HASH, 9, false));
    assertThat(expecting(CONTRACT).decide(file(CONTRACT, "服务合同", HASH, 9, true))).hasSize(2);
  }

  @Test
  void a_title_says_more_than_material() {
    refused("REG-087", expecting(DESIGN), file(DESIGN, " 资料 ", HASH, 3, false));
  }

  @Test
  void an_archive_code_names_fonds_category_year_retention_town_and_number() {
    String series = ArchiveCode.series("SG01", 2026, new DivisionCode("511523100"));
    assertThat(ArchiveCode.of(series, 1)).isEqualTo(CODE);
    assertThat(ArchiveCode.series("SG01", 2026, new DivisionCode("511523"))).endsWith("-HUB");
  }

  @Test
  void a_code_of_another_form_is_refused() {
    String series = ArchiveCode.series("SG01", 2026, new DivisionCode("511523100"));
    assertThatThrownBy(() -> ArchiveCode.of(series, 10_000)).hasMessageStartingWith("REG-085");
    assertThatThrownBy(() -> new ArchiveCode("SG01-XX·2026-D30-100-0001"))
        .hasMessageStartingWith("REG-085");
  }

  private static Archive expecting(ArchiveDocument... documents) {
    Archive archive = Archive.NONE;
    for (ArchiveDocument document : documents) {
      archive = and(archive, new Expect(PROJECT, document, DUE));
    }
    return archive;
  }

  private static Archive and(Archive archive, ArchiveCommand command) {
    for (StationEvent fact : archive.decide(command)) {
      archive = archive.after(fact);
    }
    return archive;
  }

  private static void refused(String code, Archive archive, ArchiveCommand command) {
    assertThatThrownBy(() -> archive.decide(command)).hasMessageStartingWith(code);
  }

  private static File file(
      ArchiveDocument document, String title, String sha256, int pages, boolean signed) {
    return new File(new Draft(document, title, sha256, pages, signed), CODE);
  }
}
