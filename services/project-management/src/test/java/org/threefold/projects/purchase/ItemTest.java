package org.threefold.projects.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.DeptCode;
import org.threefold.events.EstablishmentType;
import org.threefold.events.ItemCode;
import org.threefold.events.ProjectEvent.PurchaseGuidePublished;
import org.threefold.events.ProjectEvent.PurchaseItemListed;
import org.threefold.events.ProjectEvent.PurchaserRegistered;
import org.threefold.projects.purchase.Item.Side;
import org.threefold.projects.purchase.ItemCommand.Approve;
import org.threefold.projects.purchase.ItemCommand.Propose;

class ItemTest {

  private static final DeptCode CAB = new DeptCode("CAB");
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final PurchaseItemListed LISTED = listed(1_000, 2_000);
  private static final Propose PROPOSE = new Propose(LISTED, null, true);
  private static final Item PROPOSED = Item.UNKNOWN.keep(PROPOSE);

  @Test
  void an_item_is_listed_when_both_have_approved_in_any_order() {
    var cab = new Approve(Side.CAB, "alice");
    var finance = new Approve(Side.FINANCE, "bob");
    assertThat(Item.UNKNOWN.decide(PROPOSE)).isEmpty();
    assertThat(PROPOSED.decide(cab)).isEmpty();
    assertThat(PROPOSED.keep(cab).decide(finance)).containsExactly(LISTED);
    assertThat(PROPOSED.keep(finance).decide(cab)).containsExactly(LISTED);
  }

  @Test
  void an_item_with_one_approval_cannot_be_used() {
    Item half = PROPOSED.keep(new Approve(Side.CAB, "alice"));
    assertThat(Item.UNKNOWN.refusal(CAB, FROM)).isEqualTo("PROJ-011");
    assertThat(half.refusal(CAB, FROM)).isEqualTo("PROJ-011");
    Item whole = half.after(LISTED).keep(new Approve(Side.FINANCE, "bob"));
    assertThat(whole.refusal(CAB, FROM)).isNull();
    assertThat(whole.refusal(CAB, FROM.minusDays(1))).isEqualTo("PROJ-017");
    assertThat(whole.refusal(new DeptCode("WMF"), FROM)).isEqualTo("PROJ-017");
  }

  @Test
  void nobody_and_no_side_approves_twice() {
    Item half = PROPOSED.keep(new Approve(Side.CAB, "alice"));
    refused("PROJ-018", half, new Approve(Side.FINANCE, "alice"));
    refused("PROJ-018", half, new Approve(Side.CAB, "carol"));
    refused("PROJ-011", Item.UNKNOWN, new Approve(Side.CAB, "alice"));
  }

  @Test
  void what_is_on_the_negative_list_is_not_bought() {
    for (NegativeReason reason : NegativeReason.values()) {
      refused("PROJ-013", Item.UNKNOWN, new Propose(LISTED, reason, true));
    }
  }

  @Test
  void an_item_needs_a_purchaser_a_price_range_and_a_code_of_its_own() {
    refused("PROJ-016", Item.UNKNOWN, new Propose(LISTED, null, false));
    refused("PROJ-019", Item.UNKNOWN, new Propose(listed(3, 2), null, true));
    refused("PROJ-015", PROPOSED, PROPOSE);
  }

  @Test
  void a_department_is_registered_once_unless_it_is_excluded() {
    var cab = purchaser(EstablishmentType.STATE_ORGAN);
    assertThat(Purchaser.UNKNOWN.register(cab)).containsExactly(cab);
    assertThatThrownBy(() -> new Purchaser(cab).register(cab)).hasMessageContaining("PROJ-014");
    for (EstablishmentType excluded :
        List.of(EstablishmentType.MASS_ORG_INST, EstablishmentType.PUBLIC_INST_1)) {
      assertThatThrownBy(() -> Purchaser.UNKNOWN.register(purchaser(excluded)))
          .hasMessageContaining("PROJ-012");
    }
  }

  @Test
  void a_guide_is_published_once() {
    var guide = new PurchaseGuidePublished("v1", FROM);
    assertThat(Guide.UNKNOWN.publish(guide)).containsExactly(guide);
    assertThatThrownBy(() -> new Guide(guide).publish(guide)).hasMessageContaining("PROJ-015");
  }

  private static PurchaserRegistered purchaser(EstablishmentType type) {
    return new PurchaserRegistered(CAB, "县民政局", type, "dept-cab");
  }

  private static PurchaseItemListed listed(long minFen, long maxFen) {
    return new PurchaseItemListed(new ItemCode("SI-03"), CAB, "老年人探访陪伴", "户", minFen, maxFen, FROM);
  }

  private static void refused(String code, Item item, ItemCommand command) {
    assertThatThrownBy(() -> item.decide(command)).hasMessageContaining(code);
  }
}
