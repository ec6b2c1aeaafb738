package org.threefold.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.EvaluationEvent.SanctionImposed;
import org.threefold.events.EvaluationId;
import org.threefold.events.Event;
import org.threefold.events.GovernanceField;
import org.threefold.events.Grade;
import org.threefold.events.ItemCode;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectId;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/** The register as others meet it: over HTTP and on its topics. */
class StationRegistryIT {

  private static final Actor CAB = actor("cab", Role.CAB, "511523");
  private static final Actor HEAD = actor("head", Role.TST_HEAD, "511523101");
  private static final Actor YILE = actor("yile", Role.TST_WORKER, "511523104");
  private static final Actor ARCHIVIST = actor("archivist", Role.ARCHIVIST, "511523100");
  private static final String HASH = "ab".repeat(32);

  private static final Set<String> ADDED =
      Set.of("511523101004", "RM-511523101004", "52511523MJ0000001H", "OP-BARRED");

  private static Stand county;

  @BeforeAll
  static void start() throws IOException {
    county = Stand.start(StationRegistryApplication.class, "station-registry");
    try (InputStream file =
        Objects.requireNonNull(
            StationRegistryIT.class.getResourceAsStream("/org/threefold/stations/jiangan.json"))) {
      String jiangan = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(post(CAB, "/reference-data", jiangan).body())
          .isEqualTo("{\"applied\":86,\"unchanged\":0,\"problems\":[]}");
      assertThat(post(CAB, "/reference-data", jiangan).body())
          .isEqualTo("{\"applied\":0,\"unchanged\":86,\"problems\":[]}");
    }
  }

  @AfterAll
  static void stop() {
    county.close();
  }

  @Test
  void the_county_of_the_file_is_said_once() {
    eventually(() -> {
      // Other tests of this class add a room and two agencies.
      List<Event> said = said().stream().filter(it -> !ADDED.contains(it.flow())).toList();
      assertThat(said).filteredOn(DivisionRegistered.class::isInstance).hasSize(41);
      assertThat(said).filteredOn(StationRegistered.class::isInstance).hasSize(41);
      assertThat(said).filteredOn(StationActivated.class::isInstance).hasSize(41);
      assertThat(said).filteredOn(OperatorRegistered.class::isInstance).hasSize(2);
      assertThat(said).filteredOn(OperatingContractSigned.class::isInstance).hasSize(2);
    });
  }

  @Test
  void everybody_sees_their_own_area_and_nothing_else() {
    assertThat(get(CAB, "/stations?limit=200").json().size()).isGreaterThanOrEqualTo(41);
    assertThat(get(CAB, "/stations?limit=200&type=TOWN_STATION").json().size()).isEqualTo(14);
    assertThat(get(YILE, "/stations").json().size()).isEqualTo(3);
    assertThat(get(YILE, "/divisions").json().size()).isEqualTo(3);
    assertThat(get(HEAD, "/stations/ST-511523101").text("/name")).isEqualTo("红桥镇社工站");
    assertThat(get(HEAD, "/stations/ST-511523100").status()).isEqualTo(404);
    assertThat(get(HEAD, "/divisions/511523100").status()).isEqualTo(404);
    assertThat(get(HEAD, "/operators").json().size()).isGreaterThanOrEqualTo(2);
    assertThat(get(CAB, "/stations?limit=40").json().size()).isEqualTo(40);
    assertThat(get(CAB, "/stations?limit=201").status()).isEqualTo(400);
  }

  @Test
  void a_new_room_opens_with_its_social_worker() {
    String division =
        """
        {"code":"511523101004","name":"新社区","validFrom":"2026-01-01","provisional":false}\
        """;
    assertThat(post(CAB, "/divisions", division).status()).isEqualTo(201);
    assertThat(post(CAB, "/divisions", division).text("/code")).isEqualTo("REG-089");
    String room =
        """
        {"type":"COMMUNITY_ROOM","name":"新社区社工室","division":"511523101004",
         "parent":"ST-511523101"}\
        """;
    assertThat(post(CAB, "/stations", room).status()).isEqualTo(201);
    assertThat(post(CAB, "/stations", room).text("/code")).isEqualTo("REG-003");
    String open = "{\"effective\":\"2026-11-24\",\"demonstration\":false}";
    assertThat(post(CAB, "/stations/RM-511523101004/activate", open).text("/code"))
        .isEqualTo("REG-020");
    String worker =
        """
        {"staffRef":"S-1","category":"SOCIAL_WORKER","fullTime":true,"employer":"OPERATOR",
         "from":"2026-11-01"}\
        """;
    assertThat(post(HEAD, "/stations/RM-511523101004/assign-staff", worker).status())
        .isEqualTo(200);
    assertThat(post(CAB, "/stations/ST-511523100/assign-staff", worker).text("/code"))
        .isEqualTo("REG-023");
    assertThat(post(CAB, "/stations/RM-511523101004/activate", open).text("/status"))
        .isEqualTo("ACTIVE");
  }

  @Test
  void two_agencies_do_not_run_one_unit() {
    String agency =
        """
        {"operator":"52511523MJ0000001H","name":"新机构","origin":"LOCAL","from":"511523"}\
        """;
    assertThat(post(CAB, "/operators", agency).status()).isEqualTo(201);
    String contract =
        """
        {"stations":["ST-511523117"],"start":"2026-01-01","end":"2026-12-31",
         "method":"OPEN_TENDER","feeFen":100}\
        """;
    String path = "/operators/52511523MJ0000001H/sign-contract";
    var signed = post(CAB, path, contract, "sign-once");
    assertThat(signed.status()).isEqualTo(200);
    assertThat(post(CAB, path, contract, "sign-once").body()).isEqualTo(signed.body());
    assertThat(post(CAB, "/operators/OP-LOCAL-1/sign-contract", contract).text("/code"))
        .isEqualTo("REG-053");
    assertThat(post(CAB, path, contract.replace("ST-511523117", "ST-511523100")).text("/code"))
        .isEqualTo("REG-053");
    assertThat(post(CAB, path, contract.replace("2026-12-31", "2031-12-31")).text("/code"))
        .isEqualTo("REG-054");
    assertThat(post(CAB, path, contract.replace("ST-511523117", "ST-511523199")).status())
        .isEqualTo(404);
  }

  @Test
  void a_barred_agency_signs_nothing() {
    var evaluation = new EvaluationId("E-P-2026-511523100-0009-FINAL");
    var project = new ProjectId("P-2026-511523100-0009");
    post(
        CAB,
        "/operators",
        """
        {"operator":"OP-BARRED","name":"被禁机构","origin":"LOCAL","from":"511523"}\
        """);
    county.heard(
        new SanctionImposed(
            evaluation,
            project,
            new OperatorId("OP-BARRED"),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2027, 12, 31)));
    String contract =
        """
        {"stations":["ST-511523100"],"start":"2026-01-01","end":"2026-12-31",
         "method":"OPEN_TENDER","feeFen":100}\
        """;
    assertThat(post(CAB, "/operators/OP-BARRED/sign-contract", contract).text("/code"))
        .isEqualTo("REG-057");
  }

  @Test
  void a_file_becomes_complete_document_by_document() {
    var project = new ProjectId("P-2026-511523100-0001");
    String path = "/archives/" + project;
    county.heard(
        new ProjectInitiated(
            project,
            new StationId("ST-511523100"),
            new DeptCode("CAB"),
            new ItemCode("CAB-01"),
            GovernanceField.ELDERLY_CARE,
            "guide-1"));
    county.heard(new AcceptancePassed(project, 1));
    county.heard(
        new EvaluationFinalised(
            new EvaluationId("E-" + project + "-FINAL"),
            project,
            new OperatorId("OP-LOCAL-1"),
            new BigDecimal("83.65"),
            Grade.GOOD));
    assertThat(get(ARCHIVIST, path).json().at("/expected").asInt()).isEqualTo(3);
    assertThat(get(HEAD, path).status()).isEqualTo(404);
    String basis = filing(ArchiveDocument.NEED_BASIS, false);
    assertThat(post(ARCHIVIST, path + "/file", filing(ArchiveDocument.DESIGN, true)).text("/code"))
        .isEqualTo("REG-083");
    assertThat(
            post(ARCHIVIST, path + "/file", filing(ArchiveDocument.ACCEPTANCE, false))
                .text("/code"))
        .isEqualTo("REG-084");
    int year = LocalDate.now(county.clock()).getYear();
    var filed = post(ARCHIVIST, path + "/file", basis, "file-once");
    assertThat(filed.text("/items/0/archiveCode"))
        .isEqualTo("SG01-ZY·XM·" + year + "-D30-100-0001");
    assertThat(post(ARCHIVIST, path + "/file", basis, "file-once").body()).isEqualTo(filed.body());
    assertThat(post(ARCHIVIST, path + "/file", basis).text("/code")).isEqualTo("REG-085");
    post(ARCHIVIST, path + "/file", filing(ArchiveDocument.ACCEPTANCE, true));
    post(ARCHIVIST, path + "/file", filing(ArchiveDocument.EVALUATION_REPORT, true));
    assertThat(get(ARCHIVIST, path).json().at("/percent").asInt()).isEqualTo(100);
    assertThat(get(ARCHIVIST, "/archives").json().size()).isEqualTo(1);
    eventually(() ->
        assertThat(said())
            .contains(new ArchiveCompletenessChanged(project, 3, 3, 100, List.of()))
            .filteredOn(ArchiveItemFiled.class::isInstance)
            .hasSize(3));
  }

  private static Answer get(Actor actor, String path) {
    return county.get(county.token(actor), "/api/v1" + path);
  }

  private static Answer post(Actor actor, String path, String json) {
    return county.post(county.token(actor), "/api/v1" + path, json);
  }

  private static Answer post(Actor actor, String path, String json, String key) {
    return county.post(county.token(actor), "/api/v1" + path, json, key);
  }

  private static List<Event> said() {
    return county.said(Topic.STATIONS).stream().map(Said::event).toList();
  }

  private static String filing(ArchiveDocument document, boolean signed) {
    return """
    {"document":"%s","title":"项目档案材料","sha256":"%s","pages":3,"signed":%s}\
    """
        .formatted(document, HASH, signed);
  }

  private static Actor actor(String subject, Role role, String area) {
    return new Actor(subject, Set.of(role), new DivisionCode(area), null, null, null);
  }
}
