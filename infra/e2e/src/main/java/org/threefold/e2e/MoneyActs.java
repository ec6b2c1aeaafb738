package org.threefold.e2e;

import java.util.Locale;
import java.util.Map;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;

/** What finance does, and what the ledger must show for it, to the fen. */
final class MoneyActs {

  private final Stage stage;
  private final String run;
  private String elderly = "";
  private String governance = "";

  MoneyActs(Stage stage, String run) {
    this.stage = stage;
    this.run = run;
  }

  String elderly() {
    return elderly;
  }

  String governance() {
    return governance;
  }

  void open() {
    elderly = open("养老服务资金", "CA_ELDERLY");
    governance = open("城乡社区治理资金", "CA_GOVERNANCE");
  }

  private String open(String name, String type) {
    String id =
        stage
            .post(
                "finance",
                Part.FUNDS,
                "/api/v1/funds",
                Map.of(
                    "id",
                    "F-" + type + "-" + run.toUpperCase(Locale.ROOT),
                    "name",
                    name,
                    "type",
                    type,
                    "owner",
                    "CAB",
                    "fiscalYear",
                    NeedActs.today(stage).getYear(),
                    "division",
                    "511523"))
            .path("id")
            .asString();
    stage.post(
        "finance",
        Part.FUNDS,
        "/api/v1/funds/" + id + "/contributions",
        Map.of("amountFen", 50_000_00, "payer", "FISCAL", "ref", run));
    return id;
  }

  /** The row of the fund for the elderly in the table of domain §5.1, in fen. */
  void expectElderly(long received, long held, long committed, long disbursed, long available) {
    stage.awaitThat(
        "finance",
        Part.FUNDS,
        "/api/v1/funds/" + elderly,
        fund ->
            fund.path("receivedFen").asLong() == received
                && fund.path("heldFen").asLong() == held
                && fund.path("committedFen").asLong() == committed
                && fund.path("disbursedFen").asLong() == disbursed
                && fund.path("refundedFen").asLong() == 0
                && fund.path("availableFen").asLong() == available);
  }

  /** Two different persons approve the tranche that is due, and it is paid. */
  void pay(String project, int tranche, long totalFen) {
    String path = "/api/v1/fundings/" + project;
    JsonNode funding =
        stage.awaitThat(
            "finance",
            Part.FUNDS,
            path,
            body ->
                body.path("disbursements").path(tranche - 1).path("totalFen").asLong() == totalFen);
    String id = funding.path("disbursements").path(tranche - 1).path("id").asString();
    stage.post("purchaser", Part.FUNDS, "/api/v1/disbursements/" + id + "/approve", Map.of());
    stage.post("finance", Part.FUNDS, "/api/v1/disbursements/" + id + "/approve", Map.of());
    stage.awaitThat(
        "finance",
        Part.FUNDS,
        path,
        body -> body.path("disbursements").path(tranche - 1).path("paid").asBoolean());
  }

  void awaitSettled(String project) {
    stage.awaitField("finance", Part.FUNDS, "/api/v1/fundings/" + project, "status", "SETTLED");
  }
}
